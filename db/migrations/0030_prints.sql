-- Files that can be drawn again at any time: not worth writing twice, nor keeping in a copy of the database.
CREATE UNLOGGED TABLE "prints" (
	"page" text NOT NULL,
	"lang" text NOT NULL,
	"fingerprint" text NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "prints_page_lang_pk" PRIMARY KEY("page","lang")
);
