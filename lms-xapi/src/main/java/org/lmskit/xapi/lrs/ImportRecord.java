package org.lmskit.xapi.lrs;

import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/**
 * How far an import has come; written in the very transaction that stores the statements.
 *
 * @param name the import's name
 * @param lines how many lines of its text are done
 * @param statements how many statements were in them, those included that were here already
 * @param attachments how many attachments came with them
 * @param refused how many lines were refused
 */
record ImportRecord(String name, long lines, long statements, long attachments, long refused) {
  static final Kind<ImportRecord> KIND =
      Kind.mutable("xapi_import", ImportRecord::name).body(JsonBody.of(ImportRecord.class));

  static ImportRecord start(String name) {
    return new ImportRecord(name, 0, 0, 0, 0);
  }

  ImportRecord with(long done, long moreStatements, long moreAttachments, long moreRefused) {
    return new ImportRecord(
        name,
        done,
        statements + moreStatements,
        attachments + moreAttachments,
        refused + moreRefused);
  }
}
