import {isWarehouseId, type WarehouseId, warehouseIds, warehouses} from '../../../sql/index.ts';
import {describeTried} from '../../../sql/texts.ts';
import type {QueryContext} from './answers.ts';
import {warehouseTexts as texts} from './texts.ts';

/** Asks for the warehouse. Returns `undefined` if the user goes back. */
export async function askWarehouse({prompter, answers}: QueryContext): Promise<WarehouseId | undefined> {
	const answer = await prompter.ask({
		prompt: texts.prompt,
		lines: [texts.about],
		question: {
			kind: 'choice',
			search: true,
			selected: answers.warehouse,
			items: warehouseIds.map(id => ({
				id,
				label: warehouses[id].title,
				detail: describeTried(warehouses[id].tried),
			})),
		},
	});
	if (answer.kind !== 'picked' || !isWarehouseId(answer.id)) return undefined;
	answers.warehouse = answer.id;
	return answer.id;
}
