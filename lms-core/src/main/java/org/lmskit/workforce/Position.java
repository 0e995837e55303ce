package org.lmskit.workforce;

import org.lmskit.internal.JsonBody;
import org.lmskit.model.PositionId;
import org.lmskit.store.Kind;

/**
 * A job role.
 *
 * @param id the host's own id
 * @param title as it is called now
 */
public record Position(PositionId id, String title) {
  /** Positions by id. */
  public static final Kind<Position> KIND = Kind.<Position>mutable(
          "position", position -> position.id().value())
      .body(JsonBody.of(Position.class));
}
