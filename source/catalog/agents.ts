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
		// Plain HTTP is for this machine only. Without an object, newer versions of Node read the environment.
		http: new QuietHttpAgent({...options, proxyEnv: {}}),
		https: new QuietHttpsAgent({...options, proxyEnv: {...proxy}}),
	});
	return {read: agents({keepAlive: true}), write: agents({keepAlive: false})};
}

/**
Removes the headers, and so the token, from the options for a new connection: Node logs these when NODE_DEBUG is set.
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
