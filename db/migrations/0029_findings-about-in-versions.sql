ALTER TABLE "finding_versions" ADD COLUMN "theme_id" uuid;--> statement-breakpoint
ALTER TABLE "finding_versions" ADD COLUMN "question_id" uuid;--> statement-breakpoint
-- Of what a finding was about before, only the last is known; that is what anyone has read until now.
ALTER TABLE finding_versions DISABLE TRIGGER finding_versions_append_only;--> statement-breakpoint
UPDATE finding_versions v SET theme_id = f.theme_id, question_id = f.question_id FROM findings f WHERE f.id = v.finding_id;--> statement-breakpoint
ALTER TABLE finding_versions ENABLE TRIGGER finding_versions_append_only;--> statement-breakpoint
ALTER TABLE "finding_versions" ADD CONSTRAINT "finding_versions_theme_id_themes_id_fk" FOREIGN KEY ("theme_id") REFERENCES "public"."themes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_versions" ADD CONSTRAINT "finding_versions_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "finding_versions" ADD CONSTRAINT "finding_versions_of_one" CHECK (num_nonnulls("finding_versions"."theme_id", "finding_versions"."question_id") <= 1);
