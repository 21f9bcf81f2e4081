import {type Address, isLoopback} from './address.ts';
import {catalogError} from './error.ts';

/** The variables that name a proxy. */
export type Environment = Readonly<Pick<NodeJS.ProcessEnv, 'https_proxy' | 'HTTPS_PROXY' | 'no_proxy' | 'NO_PROXY'>>;

/** Whether Node's agents can go through a proxy. */
export type ProxySupport = 'native' | 'none';

/** The variables that Node's agents read. */
export type ProxyEnvironment = {readonly HTTPS_PROXY?: string; readonly NO_PROXY?: string};

/** Returns the proxy for an address; loopback has none. @throws CatalogError `unreachable` for a proxy that cannot be used. */
export function proxyFor({api}: Address, environment: Environment): ProxyEnvironment {
	// The flag came with the agents' own support for proxies.
	const support = process.allowedNodeEnvironmentFlags.has('--use-env-proxy') ? 'native' : 'none';
	return isLoopback(api.hostname) ? {} : readProxy(environment, support);
}

/**
Returns the proxy for https as the environment names it, in the form that Node's agents take: Node silently ignores a proxy
without a scheme, so `http://` is put before it, as curl does.

@param support whether this Node knows `proxyEnv` (22.21, 24.5 and newer)
@throws CatalogError `unreachable` for a proxy that cannot be used: it is never bypassed silently.

@forTests
*/
export function readProxy(environment: Environment, support: ProxySupport): ProxyEnvironment {
	const named = environment.https_proxy || environment.HTTPS_PROXY;
	if (named === undefined || named === '') return {};
	const proxy = named.includes('://') ? named : `http://${named}`;
	if (!/^https?:$/.test(URL.parse(proxy)?.protocol ?? '')) {
		throw catalogError(
			'unreachable',
			'HTTPS_PROXY does not name a proxy that can be used.',
			'Give a URL such as http://proxy.example.com:8080.',
		);
	}

	if (support === 'none') {
		throw catalogError(
			'unreachable',
			`This Node (${process.version}) cannot go through the proxy that HTTPS_PROXY names.`,
			'Use Node 22.21 or 24.5 or newer, or take HTTPS_PROXY out of the environment.',
		);
	}

	const without = environment.no_proxy || environment.NO_PROXY;
	return {HTTPS_PROXY: proxy, ...(without === undefined ? {} : {NO_PROXY: without})};
}
