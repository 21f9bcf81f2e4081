import type {TreeNode, TreeNodes} from './change-tree.ts';

type Heading = Exclude<TreeNode, {kind: 'resource'}>;

/** Writes the nodes of a tree in pre-order. */
export class NodeWriter {
	readonly headings: Heading[] = [];
	readonly #depths: Uint8Array;
	readonly #ends: Uint32Array;
	readonly #refs: Int32Array;
	/** The nodes that are open, one for each level. */
	readonly #open: number[] = [];
	#length = 0;

	/** Makes room for this number of nodes that are resources, and of headings. */
	constructor(resources: number, headings: number) {
		const room = resources + headings;
		this.#depths = new Uint8Array(room);
		this.#ends = new Uint32Array(room);
		this.#refs = new Int32Array(room);
	}

	/** Opens a heading below the open nodes. */
	openHeading(heading: Heading): void {
		this.headings.push(heading);
		this.open(-this.headings.length);
	}

	/** Opens a node with a reference. */
	open(ref: number): void {
		const node = this.#length++;
		this.#depths[node] = this.#open.length;
		this.#refs[node] = ref;
		this.#open.push(node);
	}

	/** Closes open nodes until so many are left. */
	closeTo(depth: number): void {
		while (this.#open.length > depth) {
			const node = this.#open.pop();
			if (node !== undefined) this.#ends[node] = this.#length;
		}
	}

	finish(): TreeNodes {
		this.closeTo(0);
		return {length: this.#length, depths: this.#depths, ends: this.#ends, refs: this.#refs};
	}
}
