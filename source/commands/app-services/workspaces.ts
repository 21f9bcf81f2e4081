import type {Workspace} from '../../app/services/workspace.ts';
import {parseAddress, regionNames, tokenPageUrl} from '../../catalog/address.ts';

const names: Readonly<Record<string, string>> = {us: 'US cloud', eu: 'EU cloud', apac: 'APAC cloud'};

/** Returns a workspace for the app. @throws CatalogError `bad-address` */
export function workspaceOf(text: string): Workspace {
	const address = parseAddress(text);
	const region = regionNames.find(name => parseAddress(name).host === address.host);
	return {
		url: region ?? text.trim(),
		host: address.host,
		name: region === undefined ? 'Custom address' : (names[region] ?? region),
		tokenPage: tokenPageUrl(address),
		isRegion: region !== undefined,
	};
}

/** The regions of the cloud. */
export const regions: readonly Workspace[] = regionNames.map(workspaceOf);
