import {Agent as HttpAgent} from 'node:http';
import {Agent as HttpsAgent} from 'node:https';
import type {ProxyEnvironment} from './proxy.ts';

export type Agents = {readonly http: HttpAgent; readonly https: HttpsAgent};

/**
Creates agents for reads, which share connections, and for writes, which never reuse one: a connection that the server is
closing would make the outcome of an upload unknown.
*/
export function createAgents(proxy: ProxyEnvironment): {readonly read: Agents; readonly write: Agents} {
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
