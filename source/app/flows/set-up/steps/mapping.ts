import {hasSuggestions, isIncomplete} from '../../../../mapping/draft/needs-mapping.ts';
import type {MappingSample} from '../../../../mapping/mapping-sample.ts';
import {mappingSummary} from '../../../screens/mapping/summary.ts';
import {mapColumns} from '../../map-columns.ts';
import {back, next, type SetUpStep} from '../answers.ts';
import {mappingTexts as texts} from '../texts.ts';

/** The mapping of a file whose columns do not match the fields. */
export const mappingStep: SetUpStep = {
	name: 'mapping',
	label: texts.label,
	summarize({file, recipe}) {
		const sample = file?.mappable?.sample;
		if (sample === undefined) return undefined;
		const isNeeded = needsMapping(sample);
		if (recipe === undefined && isNeeded) return undefined;
		return mappingSummary(recipe ?? {}, sample) ?? (isNeeded ? texts.asNamed : undefined);
	},
	isNeeded: ({file}) => file?.mappable !== undefined && needsMapping(file.mappable.sample),
	async ask(answers, {stage}) {
		const {file, recipe} = answers;
		if (file?.mappable === undefined) return next(answers);
		const answer = await mapColumns(file.mappable, {recipe: recipe ?? {}, back: texts.back}, stage);
		switch (answer.kind) {
			case 'mapped':
				return next({...answers, recipe: answer.recipe});
			case 'back':
				return back;
			case 'quit':
				return stage.end();
		}
	},
};

function needsMapping(sample: MappingSample): boolean {
	return isIncomplete({}, sample) || hasSuggestions({}, sample);
}
