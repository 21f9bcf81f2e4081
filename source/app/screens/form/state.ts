import {type DocumentState, scrollDocument} from '../../components/document/state.ts';
import {lineAction} from '../../components/line-editor/keys.ts';
import {cleanPaste, editLine, type LineState, lineOf, textOf} from '../../components/line-editor/state.ts';
import {type ListState, listKey, listOf, listPaste, selectedItem} from '../../components/list/state.ts';
import {
	enterFolder,
	isItemSelected,
	type PathState,
	type PathUpdate,
	pathField,
	pathKey,
	pathOf,
	pathPaste,
	withCandidates,
} from '../../components/path-field/state.ts';
import {actionOf, type KeyName} from '../../keys.ts';
import {letterMoveKeys, moveBy} from '../../moves.ts';
import type {Size} from '../../size.ts';
import type {ReducerResult} from '../../store.ts';
import {type FormKey, formKeys} from './keys.ts';
import {documentArea} from './layout.ts';
import type {FormPage, Question} from './page.ts';

/** An input below the texts of its page. */
export type FieldInput =
	| {readonly kind: 'choice'; readonly list: ListState; readonly search: boolean}
	| {readonly kind: 'several'; readonly list: ListState; readonly chosen: ReadonlySet<string>}
	| {readonly kind: 'text'; readonly line: LineState; readonly masked: boolean}
	| {readonly kind: 'path'; readonly path: PathState}
	| {readonly kind: 'keys'; readonly takesPaste?: boolean}
	| {readonly kind: 'wait'};

/** A field, or a text that takes the room of the texts of its page. */
export type FormInput = FieldInput | {readonly kind: 'document'; readonly document: DocumentState};

export type FormState = {readonly page: FormPage; readonly input: FormInput};

export type FormAnswer =
	/** An item; below a path also the text that was typed. */
	| {readonly kind: 'picked'; readonly id: string; readonly typed?: string}
	| {readonly kind: 'several'; readonly ids: readonly string[]}
	| {readonly kind: 'typed'; readonly text: string}
	/** A key of the page; `id` is the selected item. */
	| {readonly kind: 'key'; readonly action: string; readonly id: string | undefined}
	| {readonly kind: 'back'}
	| {readonly kind: 'quit'};

export type FormAction =
	| {readonly type: 'ask'; readonly page: FormPage}
	| {readonly type: 'key'; readonly key: KeyName; readonly size: Size}
	| {readonly type: 'paste'; readonly text: string}
	/** The completions of this text. */
	| {readonly type: 'completions'; readonly text: string; readonly candidates: readonly string[]};

export type FormEffect =
	| {readonly type: 'answer'; readonly answer: FormAnswer}
	| {readonly type: 'complete'; readonly text: string};

export type FormNext = ReducerResult<FormState, FormEffect>;

export function initialForm(page: FormPage): FormState {
	return {page, input: inputOf(page.question)};
}

function inputOf(question: Question): FormInput {
	switch (question.kind) {
		case 'choice':
			return {kind: 'choice', list: listOf(question.items, question.selected), search: question.search};
		case 'several':
			return {kind: 'several', list: listOf(question.items), chosen: new Set(question.chosen)};
		case 'text':
			return {kind: 'text', line: lineOf(question.value), masked: question.masked};
		case 'path':
			return {kind: 'path', path: pathField(question)};
		case 'document':
			return {kind: 'document', document: {lines: question.lines, top: 0}};
		case 'keys':
		case 'wait':
			return question;
	}
}

/** Returns the next state of a form, and its effects. */
export function formReducer(state: FormState, action: FormAction): FormNext {
	switch (action.type) {
		case 'ask':
			return [initialForm(action.page)];
		case 'key':
			return scrolled(state, action) ?? pressed(state, action.key);
		case 'paste':
			return pasted(state, action.text);
		case 'completions': {
			const {input} = state;
			if (input.kind !== 'path' || textOf(input.path.line) !== action.text) return [state];
			const listed: FormState = {...state, input: {kind: 'path', path: withCandidates(input.path, action.candidates)}};
			return input.path.held.reduce(thenKey, [listed]);
		}
	}
}

/** Scrolls a document; `undefined` if the key does not. */
function scrolled(state: FormState, {key, size}: {readonly key: KeyName; readonly size: Size}): FormNext | undefined {
	const {input} = state;
	const by = input.kind === 'document' ? moveBy(letterMoveKeys, key) : undefined;
	if (input.kind !== 'document' || by === undefined) return undefined;
	return [{...state, input: {...input, document: scrollDocument(input.document, by, documentArea(size))}}];
}

/** Handles a key after other keys. */
function thenKey([state, ...before]: FormNext, key: KeyName): FormNext {
	const [next, ...effects] = pressed(state, key);
	return [next, ...before, ...effects];
}

function pressed(state: FormState, key: KeyName): FormNext {
	const {page, input} = state;
	const action = actionOf(formKeys(input), key, page);
	const own = actionOf(page.keys ?? [], key, undefined);
	switch (action) {
		case 'back':
			return answer(state, {kind: 'back'});
		case 'quit':
			return answer(state, {kind: 'quit'});
		case 'complete':
		case 'move':
		case 'toggle':
		case 'enter':
		case undefined:
			return own === undefined
				? inField(state, action, key)
				: answer(state, {kind: 'key', action: own, id: selectedId(input)});
	}
}

/** Handles a key in the field of a page. */
function inField(state: FormState, action: Exclude<FormKey, 'back' | 'quit'> | undefined, key: KeyName): FormNext {
	const {input} = state;
	if (input.kind === 'path' && input.path.held.length > 0) return typed(state, key);
	switch (action) {
		case 'enter':
			return entered(state);
		case 'toggle':
			return input.kind === 'several'
				? withInput(state, {...input, chosen: toggled(input.chosen, selectedId(input))})
				: [state];
		case 'complete':
		case 'move':
		case undefined:
			return typed(state, key);
	}
}

function selectedId(input: FormInput): string | undefined {
	return 'list' in input ? selectedItem(input.list)?.id : undefined;
}

/** Submits the value of the field. */
function entered(state: FormState): FormNext {
	const {input} = state;
	switch (input.kind) {
		case 'choice': {
			const id = selectedId(input);
			return id === undefined ? [state] : answer(state, {kind: 'picked', id});
		}

		case 'several':
			return answer(state, {kind: 'several', ids: [...input.chosen]});
		case 'text':
			return answer(state, {kind: 'typed', text: textOf(input.line)});
		case 'path':
			return enteredPath(state, input.path);
		case 'document':
		case 'keys':
		case 'wait':
			return [state];
	}
}

/** Sends a key to the field, which moves, completes or types. */
function typed(state: FormState, key: KeyName): FormNext {
	const {input} = state;
	switch (input.kind) {
		case 'choice':
			return withInput(state, {...input, list: listKey(input.list, key, input.search ? 'search' : 'move')});
		case 'several':
			return withInput(state, {...input, list: listKey(input.list, key, 'move')});
		case 'text': {
			const action = lineAction(key);
			return action === undefined ? [state] : withInput(state, {...input, line: editLine(input.line, action)});
		}

		case 'path':
			return stepped(state, pathKey(input.path, key));
		case 'document':
		case 'keys':
		case 'wait':
			return [state];
	}
}

function enteredPath(state: FormState, path: PathState): FormNext {
	const {item, line} = path;
	if (item !== undefined && isItemSelected(path))
		return answer(state, {kind: 'picked', id: item.id, typed: textOf(line)});
	const wanted = pathOf(path);
	if (path.selected >= 0 && /[\\/]$/.test(wanted)) return stepped(state, enterFolder(path, wanted));
	return answer(state, {kind: 'typed', text: wanted});
}

function pasted(state: FormState, text: string): FormNext {
	const {input} = state;
	switch (input.kind) {
		case 'choice':
			return input.search ? withInput(state, {...input, list: listPaste(input.list, oneLine(text))}) : [state];
		case 'text':
			return withInput(state, {...input, line: editLine(input.line, {type: 'insert', text: oneLine(text)})});
		case 'path':
			return stepped(state, pathPaste(input.path, text));
		case 'keys':
			if (input.takesPaste !== true) return [state];
			return answer(state, {kind: 'typed', text: oneLine(text)});
		case 'several':
		case 'document':
		case 'wait':
			return [state];
	}
}

/** Joins pasted text into one line, without the line end that copying often adds. */
function oneLine(text: string): string {
	return cleanPaste(text).trim().replaceAll('\n', ' ');
}

function stepped(state: FormState, {state: path, complete}: PathUpdate): FormNext {
	const [next] = withInput(state, {kind: 'path', path});
	return complete ? [next, {type: 'complete', text: textOf(path.line)}] : [next];
}

function withInput(state: FormState, input: FormInput): FormNext {
	// An error is about the last answer: an edit clears it.
	return [{page: state.page.error === undefined ? state.page : {...state.page, error: undefined}, input}];
}

function toggled(chosen: ReadonlySet<string>, id: string | undefined): ReadonlySet<string> {
	if (id === undefined) return chosen;
	const next = new Set(chosen);
	if (!next.delete(id)) next.add(id);
	return next;
}

function answer(state: FormState, given: FormAnswer): FormNext {
	return [state, {type: 'answer', answer: given}];
}
