export const columnsPerTable = 30;
const words =
	'the customer order value amount date of first last number that was placed paid in shop by which channel are and not including tax net gross weekly report source system'.split(
		' ',
	);
const wideWords = ['顧客の注文番号', '出荷日', '税込金額', '部門コード', '登録日時', '在庫数量', '通貨の種類'];
export const columnWords = [
	'customer',
	'order',
	'net_amount',
	'created_at',
	'status',
	'shop_code',
	'tax',
	'currency',
	'channel',
];
export const types = ['NUMBER(38,0)', 'VARCHAR', 'TIMESTAMP_NTZ', 'BOOLEAN', 'DATE', 'FLOAT'];

/** Returns a description of 120 characters on average: two thirds with commas, one in ten in Japanese, one in fifty over several lines. */
export function columnDescription(record: number): string {
	if (record % 10 === 3) return `${wideText(record, 12)}, ${sentence(record, 8)}`;
	if (record % 50 === 7) return `${sentence(record, 10)}:\n- ${sentence(record + 1, 6)}\n- ${sentence(record + 2, 6)}`;
	if (record % 3 === 0) return sentence(record, 21);
	return `${sentence(record, 12)}, ${sentence(record + 5, 8)}${record % 17 === 0 ? ' ("net")' : ''}`;
}

/** Returns words in no order, the same for the same seed. */
export function sentence(seed: number, length: number): string {
	return chosen(seed, length, words).join(' ');
}

function wideText(seed: number, length: number): string {
	return chosen(seed, length, wideWords).join('、');
}

function chosen(seed: number, length: number, from: readonly string[]): readonly string[] {
	const list: string[] = [];
	let state = (Math.imul(seed, 2_654_435_761) + 1) & 0x7fffffff;
	for (let word = 0; word < length; word++) {
		state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
		list.push(from[(state >>> 8) % from.length] ?? '');
	}

	return list;
}
