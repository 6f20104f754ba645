export { CheckDefinitionsCommand } from './check-definitions.command.js';
export { ExportDefinitionsCommand } from './export-definitions.command.js';
export { ImportDefinitionsCommand } from './import-definitions.command.js';
