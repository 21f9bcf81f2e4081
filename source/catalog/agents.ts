import {Agent as HttpAgent} from 'node:http';
import {Agent as HttpsAgent} from 'node:https';
import {type Address, isLoopback} from './address.ts';
import {type Environment, readProxy} from './proxy.ts';

export type Agents = {readonly http: HttpAgent; readonly https: HttpsAgent};

/**
Agents for reads, which share connections, and for writes, which never take a used one: a connection that the server has
just given up would make the outcome of an upload unknown.

@throws CatalogError `unreachable` when the proxy of the environment cannot be used.
*/
export function makeAgents({api}: Address, environment: Environment): {readonly read: Agents; readonly write: Agents} {
	// The flag came with the agents' own support for proxies.
	const supported = process.allowedNodeEnvironmentFlags.has('--use-env-proxy');
	const proxy = isLoopback(api.hostname) ? {} : readProxy(environment, supported);
	const agents = (keepAlive: boolean) => ({
		// Plain http is for this machine only. An empty object, for newer Nodes read the environment when there is none.
		http: new HttpAgent({keepAlive, proxyEnv: {}}),
		https: new HttpsAgent({keepAlive, proxyEnv: {...proxy}}),
	});
	return {read: agents(true), write: agents(false)};
}
