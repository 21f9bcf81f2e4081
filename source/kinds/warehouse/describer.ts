import type {RecordScanner} from '../../records/record-scanner.ts';
import type {EntityType, NameInRecord, ResourceDescriber, SentValue} from '../resources.ts';
import {columnFields, tableFields} from './content.ts';
import type {Field} from './field.ts';
import {readHeader} from './header.ts';

/** Reads names and values of columns and tables from canonical records. */
export class WarehouseDescriber implements ResourceDescriber {
	readonly #mapping: Readonly<Partial<Record<Field, number>>>;
	readonly #isColumn: (entity: EntityType) => boolean;

	constructor(labels: readonly string[], isColumn: (entity: EntityType) => boolean) {
		this.#mapping = readHeader(labels).mapping;
		this.#isColumn = isColumn;
	}

	nameOf(entity: EntityType, record: RecordScanner): NameInRecord {
		const fields: readonly Field[] = this.#isColumn(entity) ? [...tableName, 'col_name'] : tableName;
		const name = fields.map(field => this.#value(record, field));
		return {name, own: name.at(-1) ?? ''};
	}

	fieldsOf(entity: EntityType, record: RecordScanner): readonly SentValue[] {
		const fields: readonly Field[] = this.#isColumn(entity) ? columnFields : tableFields;
		return fields.map(field => ({field, value: this.#value(record, field)}));
	}

	#value(record: RecordScanner, field: Field): string {
		const column = this.#mapping[field];
		return column === undefined ? '' : record.value(column);
	}
}

/** The fields of the name of a table, outermost first. */
const tableName = ['database', 'schema', 'name'] as const satisfies readonly Field[];
