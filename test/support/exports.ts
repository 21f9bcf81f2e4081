import {
	isAwaitExpression,
	isCallExpression,
	isClassDeclaration,
	isFunctionDeclaration,
	isIdentifier,
	isImportDeclaration,
	isImportTypeNode,
	isInterfaceDeclaration,
	isLiteralTypeNode,
	isNamedImports,
	isObjectBindingPattern,
	isParenthesizedExpression,
	isPropertyAccessExpression,
	isStringLiteral,
	isTypeAliasDeclaration,
	isVariableDeclaration,
	isVariableStatement,
	type Node,
	type SourceFile,
	type Statement,
	SyntaxKind,
} from 'typescript/unstable/ast';
import {nodesIn} from './typed-code.ts';

/** A name that a file exports. */
export type Export = {
	readonly name: string;
	/** A class counts as the type that it is too. */
	readonly kind: 'type' | 'value';
	readonly node: Statement;
};

/** A name that a file imports, and from where. */
export type Import = {readonly name: string; readonly from: string};

export function exportsOf(file: SourceFile): readonly Export[] {
	return file.statements.flatMap(node => namesOf(node).map(name => ({name, kind: kindOf(node), node})));
}

function kindOf(node: Statement): Export['kind'] {
	return isTypeAliasDeclaration(node) || isInterfaceDeclaration(node) || isClassDeclaration(node) ? 'type' : 'value';
}

function namesOf(node: Statement): readonly string[] {
	const isDeclaration =
		isFunctionDeclaration(node) ||
		isClassDeclaration(node) ||
		isTypeAliasDeclaration(node) ||
		isInterfaceDeclaration(node);
	if (!isDeclaration && !isVariableStatement(node)) return [];
	if (!node.modifiers?.some(({kind}) => kind === SyntaxKind.ExportKeyword)) return [];
	if (isVariableStatement(node)) return node.declarationList.declarations.map(({name}) => name.getText());
	return node.name === undefined ? [] : [node.name.text];
}

/** Returns what a file imports by name: with `import`, with `await import()`, and in types. */
export function importsOf(file: SourceFile): readonly Import[] {
	return nodesIn(file).flatMap(node => {
		if (isImportDeclaration(node) && isStringLiteral(node.moduleSpecifier)) {
			const from = node.moduleSpecifier.text;
			const bindings = node.importClause?.namedBindings;
			if (bindings === undefined || !isNamedImports(bindings)) return [];
			return bindings.elements.map(({name, propertyName}) => ({name: (propertyName ?? name).text, from}));
		}

		if (isImportTypeNode(node) && isLiteralTypeNode(node.argument) && isStringLiteral(node.argument.literal)) {
			const {qualifier} = node;
			return qualifier === undefined ? [] : [{name: qualifier.getText(), from: node.argument.literal.text}];
		}

		if (isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword) {
			const [specifier] = node.arguments;
			if (specifier === undefined || !isStringLiteral(specifier)) return [];
			return namesTaken(node.parent).map(name => ({name, from: specifier.text}));
		}

		return [];
	});
}

/** Returns the names in `(await import('…')).name` and `const {name} = await import('…')`. */
function namesTaken(node: Node): readonly string[] {
	if (!isAwaitExpression(node)) return [];
	const {parent} = node;
	if (isVariableDeclaration(parent) && isObjectBindingPattern(parent.name)) {
		return parent.name.elements.map(({name, propertyName}) => (propertyName ?? name ?? parent).getText());
	}

	const access = isParenthesizedExpression(parent) ? parent.parent : undefined;
	return access !== undefined && isPropertyAccessExpression(access) ? [access.name.text] : [];
}

/** True if a file names something beyond its declaration. */
export function isNamedIn(file: SourceFile, name: string): boolean {
	return nodesIn(file).filter(node => isIdentifier(node) && node.text === name).length > 1;
}
