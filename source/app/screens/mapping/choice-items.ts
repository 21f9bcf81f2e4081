import type {Choice} from '../../../mapping/draft/choices.ts';
import {columnLabel, sampleText} from '../../../mapping/draft/sample-values.ts';
import type {MappingSample} from '../../../mapping/mapping-sample.ts';
import type {ListItem} from '../../components/list/state.ts';
import {choiceTexts as texts} from './texts.ts';

/** Returns a choice as an item of a list. No search hides those that are no columns. */
export function choiceItem(choice: Choice, id: string, sample: MappingSample): ListItem {
	switch (choice.kind) {
		case 'source': {
			const {source, holder} = choice;
			const label = columnLabel(sample, source.column);
			const values = sampleText(sample, source.column);
			if (source.kind === 'split') return {id, label: texts.split(label, source.fields), detail: values};
			return {id, label, detail: holder === undefined ? values : texts.inUse(holder, values)};
		}

		case 'type-constant':
			return {id, label: texts.constant, detail: texts.constantDetail, always: true};
		case 'fill-down':
			return choice.isFilled
				? {id, label: texts.noFillDown, detail: texts.noFillDownDetail, always: true}
				: {id, label: texts.fillDown, detail: texts.fillDownDetail, always: true};
		case 'nothing':
			return {id, label: texts.nothing, detail: texts.nothingDetail, always: true};
	}
}
