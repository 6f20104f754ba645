import type { Provider } from '@nestjs/common';
import { AppConfig } from '../../platform/config/app-config.js';
import { DirectoryAccounts } from './directory-accounts.js';
import { DirectoryRoles } from './directory-roles.js';
import { DirectorySignIns } from './directory-sign-ins.js';
import { OfficeDirectory } from './office-directory.js';
import { SignInAtDirectoryUseCase } from './sign-in-at-directory.use-case.js';

/** The way in through the office's own directory. */
export const directoryProviders: readonly Provider[] = [
  {
    provide: OfficeDirectory,
    inject: [AppConfig],
    useFactory: ({ directory }: AppConfig) => new OfficeDirectory(directory),
  },
  {
    provide: DirectoryRoles,
    inject: [AppConfig],
    useFactory: ({ directory }: AppConfig) => new DirectoryRoles(directory?.groups),
  },
  ...[DirectorySignIns, DirectoryAccounts, SignInAtDirectoryUseCase],
];
