-- Words a letter or two away are found by their trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
--> statement-breakpoint
CREATE TABLE "search_checks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"uid" text NOT NULL,
	"kind" text NOT NULL,
	"checked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"documents" integer NOT NULL,
	"missing" integer NOT NULL,
	"extra" integer NOT NULL,
	"older" integer NOT NULL,
	"took_ms" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_corpora" (
	"audience" text PRIMARY KEY NOT NULL,
	"documents" integer NOT NULL,
	"mean_length" real NOT NULL,
	"counted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_index_queue" (
	"uid" text NOT NULL,
	"doc_key" text NOT NULL,
	"rev" bigint NOT NULL,
	"enqueued_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_rev" bigint,
	"task_uid" bigint,
	"sent_at" timestamp with time zone,
	"batch" bigint,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_error" text,
	"dead_at" timestamp with time zone,
	CONSTRAINT "search_index_queue_uid_doc_key_pk" PRIMARY KEY("uid","doc_key")
);
--> statement-breakpoint
CREATE TABLE "search_indexes" (
	"uid" text PRIMARY KEY NOT NULL,
	"role" text NOT NULL,
	"settings_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"promoted_at" timestamp with time zone,
	"retired_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "search_lease" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" uuid NOT NULL,
	"fence" bigint NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_vocabulary" (
	"audience" text NOT NULL,
	"lexeme" text NOT NULL,
	"stem" text DEFAULT '' NOT NULL,
	"documents" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "search_vocabulary_audience_lexeme_stem_pk" PRIMARY KEY("audience","lexeme","stem")
);
--> statement-breakpoint
ALTER TABLE "passages" ADD COLUMN "lang_sure" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "stems" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "search_documents" ADD COLUMN "word_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "search_outbox" ADD COLUMN "dead_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "search_checks_at" ON "search_checks" USING btree ("uid","checked_at");--> statement-breakpoint
CREATE INDEX "search_index_queue_due" ON "search_index_queue" USING btree ("uid","next_attempt_at","doc_key");--> statement-breakpoint
CREATE INDEX "search_index_queue_task" ON "search_index_queue" USING btree ("task_uid");--> statement-breakpoint
CREATE UNIQUE INDEX "search_indexes_live" ON "search_indexes" USING btree ("role") WHERE role = 'live';--> statement-breakpoint
CREATE UNIQUE INDEX "search_indexes_next" ON "search_indexes" USING btree ("role") WHERE role = 'next';--> statement-breakpoint
CREATE INDEX "search_vocabulary_stem" ON "search_vocabulary" USING btree ("audience","stem") WHERE stem <> '';--> statement-breakpoint
CREATE INDEX "search_vocabulary_trigrams" ON "search_vocabulary" USING gin ("lexeme" gin_trgm_ops);--> statement-breakpoint
-- Every document is indexed in a new way: all of them are written again.
INSERT INTO "search_outbox" ("doc_key", "strategy_id")
SELECT "audience" || '/' || "passages"."id", "passages"."strategy_id"
FROM "passages" CROSS JOIN (VALUES ('staff'), ('public')) AS "audiences"("audience")
ON CONFLICT ("doc_key") DO NOTHING;
