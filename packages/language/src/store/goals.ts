/** Objectives and key results. */
import type { KeyResult, Objective } from '@okr-language/core';
import { list, maybe } from './part.ts';
import {
  guardrails,
  initiatives,
  maybeAmbition,
  maybeDate,
  maybeMeasure,
  maybeNumber,
  maybeOwnName,
  maybeQuoted,
  maybeReference,
  maybeSentence,
  maybeSpan,
  maybeText,
  maybeTitle,
  owners,
  quotedTexts,
  readings,
  references,
  span,
  supports,
  tags,
  wordWithPlace,
} from './parts.ts';

const maybeIndicator = maybe(wordWithPlace('leading', 'lagging'));

const keyResults = list<KeyResult>({
  write(to, value) {
    to.span(value.span);
    maybeText.write(to, value.doc);
    maybeOwnName.write(to, value.name);
    maybeTitle.write(to, value.title);
    maybeMeasure.write(to, value.measure);
    maybeDate.write(to, value.deadline);
    owners.write(to, value.owners);
    maybeAmbition.write(to, value.ambition);
    maybeNumber.write(to, value.weight);
    maybeIndicator.write(to, value.indicator);
    supports.write(to, value.supports);
    references.write(to, value.dependsOn);
    maybeReference.write(to, value.carriedFrom);
    maybeQuoted.write(to, value.source);
    quotedTexts.write(to, value.links);
    tags.write(to, value.tags);
    initiatives.write(to, value.initiatives);
    readings.write(to, value.readings);
    maybeSentence.write(to, value.reading);
  },
  read: (from) => ({
    kind: 'keyResult',
    span: from.span(),
    doc: maybeText.read(from),
    name: maybeOwnName.read(from),
    title: maybeTitle.read(from),
    measure: maybeMeasure.read(from),
    deadline: maybeDate.read(from),
    owners: owners.read(from),
    ambition: maybeAmbition.read(from),
    weight: maybeNumber.read(from),
    indicator: maybeIndicator.read(from),
    supports: supports.read(from),
    dependsOn: references.read(from),
    carriedFrom: maybeReference.read(from),
    source: maybeQuoted.read(from),
    links: quotedTexts.read(from),
    tags: tags.read(from),
    initiatives: initiatives.read(from),
    readings: readings.read(from),
    reading: maybeSentence.read(from),
  }),
});

const maybeStandalone = maybe<NonNullable<Objective['standalone']>>({
  write(to, value) {
    to.span(value.span);
    maybeQuoted.write(to, value.because);
  },
  read: (from) => ({ span: span.read(from), because: maybeQuoted.read(from) }),
});

export const objectives = list<Objective>({
  write(to, value) {
    to.span(value.span);
    maybeText.write(to, value.doc);
    maybeOwnName.write(to, value.name);
    maybeTitle.write(to, value.title);
    maybeSpan.write(to, value.draft);
    owners.write(to, value.owners);
    maybeAmbition.write(to, value.ambition);
    maybeDate.write(to, value.deadline);
    maybeNumber.write(to, value.weight);
    supports.write(to, value.supports);
    references.write(to, value.dependsOn);
    maybeReference.write(to, value.carriedFrom);
    maybeStandalone.write(to, value.standalone);
    tags.write(to, value.tags);
    quotedTexts.write(to, value.links);
    keyResults.write(to, value.keyResults);
    initiatives.write(to, value.initiatives);
    guardrails.write(to, value.guardrails);
    maybeSentence.write(to, value.reading);
  },
  read: (from) => ({
    kind: 'objective',
    span: from.span(),
    doc: maybeText.read(from),
    name: maybeOwnName.read(from),
    title: maybeTitle.read(from),
    draft: maybeSpan.read(from),
    owners: owners.read(from),
    ambition: maybeAmbition.read(from),
    deadline: maybeDate.read(from),
    weight: maybeNumber.read(from),
    supports: supports.read(from),
    dependsOn: references.read(from),
    carriedFrom: maybeReference.read(from),
    standalone: maybeStandalone.read(from),
    tags: tags.read(from),
    links: quotedTexts.read(from),
    keyResults: keyResults.read(from),
    initiatives: initiatives.read(from),
    guardrails: guardrails.read(from),
    reading: maybeSentence.read(from),
  }),
});
