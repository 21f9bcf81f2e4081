import {type CatalogError, catalogError, isCatalogError} from './error.ts';
import {explainFault} from './explain-fault.ts';
import type {Http} from './http.ts';
import {judgeReply} from './judge-reply.ts';
import {type Integration, readIntegration} from './shapes.ts';

/** An integration that is to be made. */
export type NewIntegration = {
	readonly name: string;
	/** `custom`, or the name of a warehouse such as `snowflake`. */
	readonly type: string;
	/** Ids of teams. */
	readonly teams?: readonly string[] | undefined;
};

/** The types that are offered; others are allowed [doc]. */
export const integrationTypes = ['custom', 'bigquery', 'snowflake', 'postgres', 'oracle', 'redshift', 'mysql'] as const;

/**
Makes an integration for uploads [doc: type `custom`, or a warehouse's name; without teams it joins the General team]. It is
asked for once.

@throws CatalogError, `perhaps-made` when the integration may have been made all the same.
*/
export async function createIntegration(
	http: Http,
	{name, type, teams = []}: NewIntegration,
	signal: AbortSignal,
): Promise<Integration> {
	const body = JSON.stringify({name, type, credentials: {}, ...(teams.length === 0 ? {} : {teams})});
	const headers = {'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body))};
	const end = await http.post('integration/integrations/', {body, headers, signal});
	if (end.kind === 'fault') {
		const error = explainFault(end, http.place);
		throw end.stage === 'talking' ? perhapsMade(error) : error;
	}

	const verdict = judgeReply(end, http.place.token, 'address');
	if (verdict.kind === 'error') {
		const refused = end.status >= 400 && end.status < 500;
		throw refused ? verdict.error : perhapsMade(verdict.error);
	}

	try {
		return readIntegration(verdict.json);
	} catch (error) {
		throw isCatalogError(error) ? perhapsMade(error) : error;
	}
}

function perhapsMade({problem}: CatalogError): CatalogError {
	return catalogError(
		'perhaps-made',
		`${problem} The integration may have been made.`,
		'Look at the list of integrations before you make it again.',
	);
}
