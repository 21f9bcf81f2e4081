import type {WarehouseId} from '../../../sql/index.ts';
import {defaultOptions, type QueryOptions} from '../../../sql/query-options.ts';
import type {DeliveredQuery, QueryContext} from './answers.ts';
import {askOptions} from './options.ts';
import {showRun} from './run.ts';
import {deliverQuery} from './show.ts';
import {askWarehouse} from './warehouse.ts';

/** A page; each leads to the next one, or back to the one before. */
type QueryPage =
	| {readonly name: 'warehouse'}
	| {readonly name: 'options'; readonly warehouse: WarehouseId}
	| {readonly name: 'query'; readonly warehouse: WarehouseId; readonly options: QueryOptions}
	| {readonly name: 'run'; readonly query: DeliveredQuery};

type Ended = {readonly name: 'ended'; readonly query: DeliveredQuery | undefined};

/**
Makes the query of a warehouse with the user, who saves or copies it. With `delivered` it starts with the last page, on how to run that
query. Returns `undefined` if the user goes back from the first page.
*/
export async function makeQuery(
	context: QueryContext,
	delivered?: DeliveredQuery,
): Promise<DeliveredQuery | undefined> {
	let page: QueryPage | Ended = delivered === undefined ? {name: 'warehouse'} : {name: 'run', query: delivered};
	while (page.name !== 'ended') page = await showPage(page, context);
	return page.query;
}

/** Shows a page until the user answers it. Returns the page that it leads to. */
async function showPage(page: QueryPage, context: QueryContext): Promise<QueryPage | Ended> {
	switch (page.name) {
		case 'warehouse': {
			const warehouse = await askWarehouse(context);
			return warehouse === undefined ? {name: 'ended', query: undefined} : {name: 'options', warehouse};
		}

		case 'options': {
			const {warehouse} = page;
			const options = await askOptions(warehouse, context);
			return options === undefined ? {name: 'warehouse'} : {name: 'query', warehouse, options};
		}

		case 'query': {
			const {warehouse, options} = page;
			const query = await deliverQuery(warehouse, options, context);
			return query === undefined ? {name: 'options', warehouse} : {name: 'run', query};
		}

		case 'run': {
			const {query} = page;
			if (await showRun(query, context)) return {name: 'ended', query};
			const {warehouse} = query;
			return {name: 'query', warehouse, options: context.answers.optionsOf(warehouse) ?? defaultOptions};
		}
	}
}
