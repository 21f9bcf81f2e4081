import {catalogError} from './error.ts';

/**
The path of an integration, or of something below it. An id is a UUID [doc]; anything that could lead out of its folder
is refused, for an upload must not land elsewhere.

@throws CatalogError `not-found`
*/
export function integrationPath(id: string, below = ''): string {
	if (/^[\w-]+$/.test(id)) return `integration/integrations/${id}/${below}`;
	throw catalogError(
		'not-found',
		'That is no id of an integration.',
		'Check the id of the integration. The address of its page contains it.',
	);
}
