import type {SaveResult} from '../../../records/save/save.ts';
import type {WarehouseId} from '../../../sql/index.ts';
import type {QueryOptions} from '../../../sql/query-options.ts';
import type {FileServices} from '../../services/files.ts';
import type {Prompter} from '../prompter.ts';

/** A query that the user has saved or copied. */
export type DeliveredQuery = {
	readonly warehouse: WarehouseId;
	readonly how: {readonly kind: 'saved'; readonly saved: SaveResult} | {readonly kind: 'copied'};
	/** The client that runs a saved query, and its commands. */
	readonly client: string;
	readonly commands: readonly string[];
	/** The name of the CSV that the query makes, in the current folder. */
	readonly csv: string;
};

/** The answers about queries; they are proposed again when the user comes back. */
export class QueryAnswers {
	warehouse: WarehouseId | undefined;
	/** The path of the query, as typed. */
	path: string | undefined;
	readonly #options = new Map<WarehouseId, QueryOptions>();
	#csv: Promise<string> | undefined;

	optionsOf(warehouse: WarehouseId): QueryOptions | undefined {
		return this.#options.get(warehouse);
	}

	setOptions(warehouse: WarehouseId, options: QueryOptions): void {
		this.#options.set(warehouse, options);
	}

	/** Returns the name of the CSV, one that no file had when it was first needed. */
	csvName(usual: string, files: Pick<FileServices, 'exists'>): Promise<string> {
		this.#csv ??= unusedName(usual, files);
		return this.#csv;
	}
}

/** The values that the pages of a query share. */
export type QueryContext = {
	readonly prompter: Prompter;
	readonly files: FileServices;
	readonly answers: QueryAnswers;
};

/** Returns a name without a file: `warehouse.csv`, `warehouse-2.csv`, and so on. */
async function unusedName(usual: string, files: Pick<FileServices, 'exists'>): Promise<string> {
	for (let count = 1; ; count++) {
		const name = count === 1 ? usual : usual.replace(/(?=\.[^.]*$)/, `-${count}`);
		if (!(await files.exists(name))) return name;
	}
}
