import {type Address, isLoopback} from './address.ts';
import {catalogError} from './error.ts';
import {messages} from './messages.ts';

/** The variables that name a proxy. */
export type Environment = Readonly<Pick<NodeJS.ProcessEnv, 'https_proxy' | 'HTTPS_PROXY' | 'no_proxy' | 'NO_PROXY'>>;

/** `native` if Node's agents support proxies. */
export type ProxySupport = 'native' | 'none';

/** The variables that Node's agents read. */
export type ProxyEnvironment = {readonly HTTPS_PROXY?: string; readonly NO_PROXY?: string};

/** Returns the proxy for an address; loopback has none. @throws CatalogError `unreachable` for an unusable proxy */
export function proxyFor({api}: Address, environment: Environment): ProxyEnvironment {
	// This flag was added together with the agents' support for proxies.
	const support = process.allowedNodeEnvironmentFlags.has('--use-env-proxy') ? 'native' : 'none';
	return isLoopback(api.hostname) ? {} : readProxy(environment, support);
}

/**
Returns the HTTPS proxy of the environment in the form for Node's agents. Node silently ignores a proxy without a scheme, so
`http://` is added, as curl does.

@param support `native` for a Node with `proxyEnv` (22.21, 24.5 and later)
@throws CatalogError `unreachable` for an unusable proxy, which is never bypassed silently

@forTests
*/
export function readProxy(environment: Environment, support: ProxySupport): ProxyEnvironment {
	const named = environment.https_proxy || environment.HTTPS_PROXY;
	if (named === undefined || named === '') return {};
	const proxy = named.includes('://') ? named : `http://${named}`;
	if (!/^https?:$/.test(URL.parse(proxy)?.protocol ?? '')) {
		throw catalogError('unreachable', ...messages.invalidProxy);
	}

	if (support === 'none') {
		throw catalogError('unreachable', ...messages.proxyNotSupported(process.version));
	}

	const without = environment.no_proxy || environment.NO_PROXY;
	return {HTTPS_PROXY: proxy, ...(without === undefined ? {} : {NO_PROXY: without})};
}
