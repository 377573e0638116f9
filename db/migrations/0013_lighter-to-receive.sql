-- Every foreign key of an answer is looked up again for each answer of each submission, and so is every index. What an
-- answer is to cannot go away without them: the questions of an opened round are kept by a trigger (0009), a paragraph and a
-- file by the rows of the draft they were copied from, which are marked as removed and never deleted. The key to the
-- version stays. The two indexes are only of rows that have what they index: a submission writes none of these.
ALTER TABLE "answers" DROP CONSTRAINT "answers_attachment";--> statement-breakpoint
ALTER TABLE "answers" DROP CONSTRAINT "answers_question_id_questions_id_fk";
--> statement-breakpoint
ALTER TABLE "answers" DROP CONSTRAINT "answers_paragraph_id_paragraphs_id_fk";
--> statement-breakpoint
ALTER TABLE "answers" DROP CONSTRAINT "answers_attachment_id_attachments_id_fk";
--> statement-breakpoint
DROP INDEX "input_versions_external";--> statement-breakpoint
CREATE UNIQUE INDEX "answers_attachment" ON "answers" USING btree ("version_id","attachment_id") WHERE attachment_id is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "input_versions_external" ON "input_versions" USING btree ("round_id","external_id") WHERE external_id is not null;