/** A process of its own for proxy.test.ts: Node reads NODE_EXTRA_CA_CERTS only when it starts. */
import {parseAddress} from '../../source/catalog/address.ts';
import {connect} from '../../source/catalog/client.ts';
import {isCatalogError} from '../../source/catalog/error.ts';

const catalog = connect({address: parseAddress(process.argv[2] ?? ''), token: 'some-token', timeoutMs: 30_000});
try {
	console.log((await catalog.integration('i', new AbortController().signal)).name);
} catch (error) {
	console.log(isCatalogError(error) ? `${error.code}: ${error.message}` : error);
}
