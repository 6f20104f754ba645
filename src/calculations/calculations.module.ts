import { Module } from '@nestjs/common';
import { CalculationsController } from './calculations.controller.js';
import { Calculations } from './calculations.js';

/** The calculators without a case. `LawTables` comes from the programmes module. */
@Module({
  controllers: [CalculationsController],
  providers: [Calculations],
  exports: [Calculations],
})
export class CalculationsModule {}
