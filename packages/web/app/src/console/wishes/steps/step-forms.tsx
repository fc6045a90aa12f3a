import type { ComponentType } from 'react';
import { AcceptForm } from './accept-form.js';
import { AssignForm } from './assign-form.js';
import { ConfirmForm, NotDoneForm } from './confirm-form.js';
import { MergeForm } from './merge-form.js';
import { AnswerForm, DeclineForm, FulfilForm, ListForm, SkipListForm } from './words-forms.js';
import type { StepFormProps } from './step-form.js';

/** The form of each step by the name that the workflow gives it; a step without one is not offered here. */
export const stepForms: Readonly<Record<string, ComponentType<StepFormProps>>> = {
  answer: AnswerForm,
  accept: AcceptForm,
  gather: AcceptForm,
  decline: DeclineForm,
  list: ListForm,
  skipList: SkipListForm,
  merge: MergeForm,
  fulfil: FulfilForm,
  confirm: ConfirmForm,
  notDone: NotDoneForm,
  assign: AssignForm,
};
