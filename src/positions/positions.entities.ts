import { Occupancy, Position } from './position.entity.js';

export const positionsEntities = [Position, Occupancy] as const;
