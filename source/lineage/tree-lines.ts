type Parent<Child> = {readonly children: readonly Child[]};

/** A line of a drawn tree. */
export type TreeLine<Node> = {
	readonly branch: Node;
	/** 1 for the children of the root. */
	readonly depth: number;
	/** The lines that lead to the branch from the left. */
	readonly stem: string;
};

/** Draws a tree of any depth: one line for each branch, its children below it. */
export function treeLines<Node extends Parent<Node>>(branches: readonly Node[]): ReadonlyArray<TreeLine<Node>> {
	const lines: Array<TreeLine<Node>> = [];
	const levels = [{branches, next: 0, indent: ''}];
	for (let level = levels.at(-1); level !== undefined; level = levels.at(-1)) {
		const branch = level.branches[level.next++];
		if (branch === undefined) {
			levels.pop();
			continue;
		}

		const isLast = level.next === level.branches.length;
		lines.push({branch, depth: levels.length, stem: `${level.indent}${isLast ? '└─' : '├─'} `});
		levels.push({branches: branch.children, next: 0, indent: `${level.indent}${isLast ? '   ' : '│  '}`});
	}

	return lines;
}
