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
	const support = process.allowedNodeEnvironmentFlags.has('--use-env-proxy') ? 'native' : 'none';
	const proxy = isLoopback(api.hostname) ? {} : readProxy(environment, support);
	const agents = (options: {readonly keepAlive: boolean}) => ({
		// Plain http is for this machine only. An empty object, for newer Nodes read the environment when there is none.
		http: new QuietHttpAgent({...options, proxyEnv: {}}),
		https: new QuietHttpsAgent({...options, proxyEnv: {...proxy}}),
	});
	return {read: agents({keepAlive: true}), write: agents({keepAlive: false})};
}

/**
Node hands the whole request to what opens the connection, which writes it to stderr when NODE_DEBUG asks for that: the
headers, and the token in them, are none of its business.
*/
class QuietHttpAgent extends HttpAgent {
	override createConnection(...[options, done]: Parameters<HttpAgent['createConnection']>) {
		return super.createConnection(withoutHeaders(options), done);
	}
}

class QuietHttpsAgent extends HttpsAgent {
	override createConnection(...[options, done]: Parameters<HttpsAgent['createConnection']>) {
		return super.createConnection(withoutHeaders(options), done);
	}
}

function withoutHeaders<Options extends object>(options: Options): Options {
	return {...options, headers: undefined};
}
