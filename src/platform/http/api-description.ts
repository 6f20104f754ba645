import type * as Swagger from '@nestjs/swagger';

/**
 * OpenAPI's decorators, noted when a class is defined and applied when the description is first
 * asked for: its library is as large as the rest of the server, and most runs never need it.
 */
const noted: ((swagger: typeof Swagger) => void)[] = [];

/** The library, with all that was noted so far applied; each note once. */
export async function describedApi(): Promise<typeof Swagger> {
  const swagger = await import('@nestjs/swagger');
  for (const apply of noted.splice(0)) apply(swagger);
  return swagger;
}

type AnyDecorator = PropertyDecorator | MethodDecorator | (MethodDecorator & ClassDecorator);

/** The same decorator with the same parameters, applied later. */
export function later<Options extends readonly unknown[], Decorator extends AnyDecorator>(
  decoratorOf: (swagger: typeof Swagger) => (...options: Options) => Decorator,
): (...options: Options) => Decorator {
  return (...options) => {
    const note = (...place: unknown[]): void => {
      noted.push((swagger) => {
        const decorate = decoratorOf(swagger)(...options) as (...target: unknown[]) => unknown;
        decorate(...place);
      });
    };
    return note as Decorator;
  };
}

const KEY = { name: 'Idempotency-Key', description: 'macht eine Wiederholung harmlos' };

export const ApiBody = later((swagger) => swagger.ApiBody);
export const ApiConsumes = later((swagger) => swagger.ApiConsumes);
export const ApiExcludeEndpoint = later((swagger) => swagger.ApiExcludeEndpoint);
export const ApiConflictResponse = later((swagger) => swagger.ApiConflictResponse);
export const ApiCreatedResponse = later((swagger) => swagger.ApiCreatedResponse);
export const ApiForbiddenResponse = later((swagger) => swagger.ApiForbiddenResponse);
export const ApiHeader = later((swagger) => swagger.ApiHeader);
export const ApiNoContentResponse = later((swagger) => swagger.ApiNoContentResponse);
export const ApiNotFoundResponse = later((swagger) => swagger.ApiNotFoundResponse);
export const ApiOkResponse = later((swagger) => swagger.ApiOkResponse);
export const ApiPreconditionFailedResponse = later(
  (swagger) => swagger.ApiPreconditionFailedResponse,
);
export const ApiPreconditionRequiredResponse = later(
  (swagger) => swagger.ApiPreconditionRequiredResponse,
);
export const ApiOperation = later((swagger) => swagger.ApiOperation);
export const ApiProperty = later((swagger) => swagger.ApiProperty);
export const ApiPropertyOptional = later((swagger) => swagger.ApiPropertyOptional);
export const ApiTags = later((swagger) => swagger.ApiTags);
export const ApiUnprocessableEntityResponse = later(
  (swagger) => swagger.ApiUnprocessableEntityResponse,
);

/** A body that says why, and nothing else; the query may say it instead. */
export const ApiReasonBody = later((swagger) => (name: string, reason: string): MethodDecorator => {
  const text = { type: 'string', maxLength: 500, description: 'Grund; steht in der Geschichte.' };
  const schema = { type: 'object', properties: { reason: text } };
  return swagger.ApiBody({ schema, examples: { [name]: { value: { reason } } }, required: false });
});

/** A change that a key makes harmless to repeat. */
export const ApiKey = later((swagger) => (): MethodDecorator => swagger.ApiHeader(KEY));

/** A change of what stands there: it names the revision that its author saw. */
export const ApiSeen = later(
  ({ ApiHeader: header, ApiPreconditionFailedResponse: stale, ...swagger }) =>
    (): MethodDecorator =>
    (target, name, property) => {
      const notes = [
        header(KEY),
        header({
          name: 'If-Match',
          description: 'der ETag, den Sie gesehen haben',
          required: true,
        }),
        stale({ description: 'jemand anderes war schneller' }),
        swagger.ApiPreconditionRequiredResponse({ description: 'If-Match fehlt' }),
      ];
      for (const note of notes) note(target, name, property);
    },
);
