import {isCatalogError} from './error.ts';

/** The order of lists: without one, pages repeat and skip rows while the usage of pages moves [doc: catalog query]. */
const sort = JSON.stringify({field: 'id', order: 'asc'});

type Sort = {readonly sort?: string};

/** Returns a function that reads lists in a fixed order. Whether a server takes a sort is [unknown]: if it refuses one, none is sent. */
export function sortedLists() {
	let order: Sort = {sort};
	return async function* sorted<Page>(
		read: (order: Sort) => AsyncGenerator<Page, void, void>,
	): AsyncGenerator<Page, void, void> {
		let isStarted = false;
		try {
			for await (const page of read(order)) {
				isStarted = true;
				yield page;
			}
		} catch (error) {
			if (isStarted || order.sort === undefined || !isCatalogError(error) || error.code !== 'refused') throw error;
			order = {};
			yield* read(order);
		}
	};
}
