import {type CatalogError, catalogError, isCatalogError} from './error.ts';
import {explainFailure} from './explain-failure.ts';
import type {HttpClient} from './http.ts';
import {interpretReply} from './interpret-reply.ts';
import {messages} from './messages.ts';
import {type Integration, readIntegration} from './shapes.ts';

/** The settings of an integration to be created. */
export type NewIntegration = {
	readonly name: string;
	/** `custom`, or the name of a warehouse such as `snowflake`. */
	readonly type: string;
	/** Team IDs. */
	readonly teams?: readonly string[] | undefined;
};

/** The types to choose from; others are allowed [doc]. */
export const integrationTypes = ['custom', 'bigquery', 'snowflake', 'postgres', 'oracle', 'redshift', 'mysql'] as const;

/**
Creates an integration for uploads [doc: type `custom`, or the name of a warehouse; the default team is General]. The request
is never repeated.

@throws CatalogError; `perhaps-made` if the integration may have been created anyway
*/
export async function createIntegration(
	http: HttpClient,
	{name, type, teams = []}: NewIntegration,
	signal: AbortSignal,
): Promise<Integration> {
	const body = JSON.stringify({name, type, credentials: {}, ...(teams.length === 0 ? {} : {teams})});
	const headers = {'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body))};
	const end = await http.post('integration/integrations/', {body, headers, signal});
	if (end.kind === 'fault') {
		const error = explainFailure(end, http.server);
		throw end.stage === 'talking' ? possiblyCreated(error) : error;
	}

	const verdict = interpretReply(end, http.server.token, 'address');
	if (verdict.kind === 'error') {
		const refused = end.status >= 400 && end.status < 500;
		throw refused ? verdict.error : possiblyCreated(verdict.error);
	}

	try {
		return readIntegration(verdict.json);
	} catch (error) {
		throw isCatalogError(error) ? possiblyCreated(error) : error;
	}
}

function possiblyCreated({problem}: CatalogError): CatalogError {
	return catalogError('perhaps-made', ...messages.possiblyCreated(problem));
}
