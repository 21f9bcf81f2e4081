import {catalogError} from './error.ts';
import {messages} from './messages.ts';

/**
Returns the API path of an integration, or of an endpoint below it. An ID is a UUID [doc]; anything that could escape the path is
rejected, because an upload must not reach another endpoint.

@throws CatalogError `not-found`
*/
export function integrationPath(id: string, below = ''): string {
	if (/^[\w-]+$/.test(id)) return `integration/integrations/${id}/${below}`;
	throw catalogError('not-found', ...messages.invalidIntegration);
}
