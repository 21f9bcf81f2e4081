import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import {
	type Expression,
	isArrowFunction,
	isBinaryExpression,
	isCallExpression,
	isCaseClause,
	isConditionalExpression,
	isExpressionStatement,
	isFunctionExpression,
	isIdentifier,
	isParameterDeclaration,
	isPropertyAccessExpression,
	isSetAccessorDeclaration,
	isSwitchStatement,
	SyntaxKind,
} from 'typescript/unstable/ast';
import {SignatureKind, TypeFlags} from 'typescript/unstable/sync';
import {exportsOf, importsOf, isNamedIn} from './support/exports.ts';
import {importedFile, placeOf, TypedCode} from './support/typed-code.ts';

const code = new TypedCode();
const {checker} = code;
const nodes = [...code.nodes()];
const sourceNodes = [...code.nodes('source/')];
after(() => code.close());

test('every promise is waited for, or its failure is handled', () => {
	// Biome's noFloatingPromises does not know what the modules of Node return.
	const bare = nodes
		.filter(isExpressionStatement)
		.flatMap(({expression}) => resultsOf(expression))
		.filter(expression => !isHandled(expression));
	const types = checker.getTypeAtLocation(bare);
	const floating = bare.filter((_, at) => {
		const type = types[at];
		return type !== undefined && checker.getPropertyOfType(type, 'then') !== undefined;
	});
	assert.deepEqual(floating.map(placeOf), []);
});

/** Returns what an expression comes to: one or the other of its operands for `a && b` and `a ? b : c`. */
function resultsOf(expression: Expression): readonly Expression[] {
	if (isConditionalExpression(expression)) {
		return [...resultsOf(expression.whenTrue), ...resultsOf(expression.whenFalse)];
	}

	const isLogical = isBinaryExpression(expression) && logical.has(expression.operatorToken.kind);
	return isLogical ? resultsOf(expression.right) : [expression];
}

const logical: ReadonlySet<SyntaxKind> = new Set([
	SyntaxKind.AmpersandAmpersandToken,
	SyntaxKind.BarBarToken,
	SyntaxKind.QuestionQuestionToken,
]);

/** True if an expression is kept, or a call that handles the failure of a promise; the runner waits for its tests itself. */
function isHandled(expression: Expression): boolean {
	if (isBinaryExpression(expression)) {
		const {kind} = expression.operatorToken;
		return kind >= SyntaxKind.FirstAssignment && kind <= SyntaxKind.LastAssignment;
	}

	if (!isCallExpression(expression)) return false;
	if (isIdentifier(expression.expression)) return ['test', 'describe'].includes(expression.expression.text);
	if (!isPropertyAccessExpression(expression.expression)) return false;
	const handlers = expression.arguments.length;
	switch (expression.expression.name.text) {
		case 'catch':
			return handlers > 0;
		case 'then':
			return handlers > 1;
		case 'finally':
			return isHandled(expression.expression.expression);
		default:
			return false;
	}
}

/** Methods of arrays that take what a function returns for true or false. */
const predicates = new Set(['every', 'filter', 'find', 'findIndex', 'findLast', 'findLastIndex', 'some']);

test('no promise is returned to a caller that does not wait for it', () => {
	const lost = sourceNodes.filter(node => {
		if (!(isArrowFunction(node) || isFunctionExpression(node)) || !isCallExpression(node.parent)) return false;
		if (!node.modifiers?.some(({kind}) => kind === SyntaxKind.AsyncKeyword)) return false;
		const {expression} = node.parent;
		if (isPropertyAccessExpression(expression) && predicates.has(expression.name.text)) return true;
		const expected = checker.getContextualType(node);
		const signatures = expected === undefined ? [] : checker.getSignaturesOfType(expected, SignatureKind.Call);
		return signatures.some(signature => checker.getReturnTypeOfSignature(signature)?.flags === TypeFlags.Void);
	});
	assert.deepEqual(lost.map(placeOf), []);
});

test('a switch over a union has a case for each member', () => {
	// Biome's useExhaustiveSwitchCases does not know every type, and takes "default" for the last member where it does not.
	const faults = sourceNodes.filter(isSwitchStatement).flatMap(node => {
		const type = checker.getTypeAtLocation(node.expression);
		const members = type?.isUnionType() === true ? type.getTypes().map(member => checker.typeToString(member)) : [];
		if (!members.every(member => /^(?:".*"|undefined|null|true|false|\d+)$/.test(member))) return [];
		const cases = new Set(
			node.caseBlock.clauses.filter(isCaseClause).map(({expression}) => expression.getText().replaceAll("'", '"')),
		);
		const missing = members.filter(member => !cases.has(member));
		return missing.length === 0 ? [] : [`${placeOf(node)}: ${missing.join(', ')}`];
	});
	assert.deepEqual(faults, []);
});

test('no parameter is a boolean, which would not be understood where it is given', () => {
	const found = sourceNodes.filter(isParameterDeclaration).filter(({type, parent}) => {
		const given = type === undefined ? undefined : checker.getTypeFromTypeNode(type);
		const isBoolean =
			given !== undefined && /^(?:boolean|true|false)(?: \| undefined)?$/.test(checker.typeToString(given));
		return isBoolean && !isSetAccessorDeclaration(parent);
	});
	assert.deepEqual(found.map(placeOf), []);
});

test('every export is used by another file of the program', () => {
	// A type may be exported for those who call what its file exports: it must be used there at least. Whatever is exported for
	// tests alone has "@forTests" in its comment.
	const used = new Set<string>();
	for (const [path, file] of code.files) {
		if (path.startsWith('test/')) continue;
		for (const {name, from} of importsOf(file)) used.add(`${importedFile(file, from)} ${name}`);
	}

	const unused = [...code.files].flatMap(([path, file]) => {
		if (!path.startsWith('source/')) return [];
		return exportsOf(file)
			.filter(({name, kind, node}) => {
				if (used.has(`${path} ${name}`) || node.getFullText().includes('@forTests')) return false;
				return kind === 'value' || !isNamedIn(file, name);
			})
			.map(({name}) => `${path} ${name}`);
	});
	assert.deepEqual(unused, []);
});

test('no two exported types of source/ have the same name', () => {
	const places = new Map<string, string[]>();
	for (const [path, file] of code.files) {
		if (!path.startsWith('source/')) continue;
		for (const {name, kind} of exportsOf(file)) {
			if (kind === 'type') places.set(name, [...(places.get(name) ?? []), path]);
		}
	}

	const shared = [...places]
		.filter(([, paths]) => paths.length > 1)
		.map(([name, paths]) => `${name}: ${paths.join(', ')}`);
	assert.deepEqual(shared, []);
});
