package org.lmskit.xapi.client;

import java.time.Instant;
import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/**
 * A statement that the store refused for good; it holds up nobody.
 *
 * @param outbox the name of the outbox
 * @param statementId the id of the statement
 * @param json the exact text that was sent
 * @param status the HTTP status of the refusal
 * @param reason what the store said
 * @param at when
 */
public record RefusedStatement(
    String outbox, String statementId, String json, int status, String reason, Instant at) {
  static final Kind<RefusedStatement> KIND = Kind.mutable(
          "xapi_outbox_refused", RefusedStatement::recordId)
      .time(RefusedStatement::at)
      .index("outbox", RefusedStatement::outbox)
      .body(JsonBody.of(RefusedStatement.class));

  private String recordId() {
    return OutboxStatement.idOf(outbox, statementId);
  }
}
