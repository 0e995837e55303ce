package org.lmskit.xapi.client;

import org.lmskit.internal.JsonBody;
import org.lmskit.store.Kind;

/**
 * A statement that waits to be delivered; its position is its place in the order.
 *
 * @param outbox the name of the outbox
 * @param statementId the id of the statement
 * @param json the exact text that is sent
 */
record OutboxStatement(String outbox, String statementId, String json) {
  static final Kind<OutboxStatement> KIND = Kind.ordered("xapi_outbox", OutboxStatement::recordId)
      .index("outbox", OutboxStatement::outbox)
      .body(JsonBody.of(OutboxStatement.class));

  String recordId() {
    return idOf(outbox, statementId);
  }

  static String idOf(String outbox, String statementId) {
    return outbox + ':' + statementId;
  }
}
