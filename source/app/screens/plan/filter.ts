import {type ChangeAction, changeActions} from '../../../plan/changes/action.ts';
import {signOf} from './actions.ts';
import {planFilterTexts as texts} from './texts.ts';

/** Which changes are shown: those of any of these actions (all if there are none) that have all of these texts. */
export type PlanFilter = {readonly actions: readonly ChangeAction[]; readonly texts: readonly string[]};

/** Parses a filter: words of actions or their signs, and texts. A text in quotes is no word of an action. */
export function parsePlanFilter(text: string): PlanFilter {
	const actions: ChangeAction[] = [];
	const found: string[] = [];
	for (const [word] of text.matchAll(/"[^"]*"?|\S+/g)) {
		const action = actionNamed(word);
		if (action !== undefined) actions.push(action);
		else if (word.replaceAll('"', '') !== '') found.push(word.replaceAll('"', ''));
	}

	return {actions, texts: found};
}

/** True if a filter lets changes of an action through. */
export function passesAction({actions}: PlanFilter, action: ChangeAction | undefined): boolean {
	return action !== undefined && (actions.length === 0 || actions.includes(action));
}

/** The least number of letters of an abbreviated word. */
const shortestWord = 3;

function actionNamed(text: string): ChangeAction | undefined {
	const wanted = text.toLowerCase();
	const isStart = wanted.length >= shortestWord;
	return changeActions.find(
		action =>
			signOf[action] === text ||
			texts.words[action].some(word => word === wanted || (isStart && word.startsWith(wanted))),
	);
}
