/** Ends and edges for the examples of problem pages. */
export const orders = '{"type": "internal_resource", "databuilder_id": "shop.sales.orders"}';
export const revenue = '{"type": "internal_resource", "databuilder_id": "shop.sales.revenue"}';

/** Returns a line with an edge. */
export function edgeLine(from: string, to: string): string {
	return `{"from_identifier": ${from}, "to_identifier": ${to}}\n`;
}
