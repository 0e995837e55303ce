package org.lmskit.internal;

import java.util.Optional;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.PrincipalId;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/** Principals stand in records and events as keys, so that erasing one leaves every proof valid. */
public final class Principals {
  /** One principal and his key. */
  public record Principal(PrincipalId id, LearnerKey key) {}

  /** Principals by their id; found by key too. */
  public static final Kind<Principal> KIND = Kind.<Principal>mutable(
          "principal", principal -> principal.id().value())
      .unique("key", principal -> principal.key().value())
      .body(JsonBody.of(Principal.class));

  private Principals() {}

  static LearnerKey keyOf(Operation operation, PrincipalId id) {
    Optional<Stored<Principal>> known = operation.tx().find(KIND, id.value());
    if (known.isPresent()) {
      return known.get().value().key();
    }
    Principal fresh = new Principal(id, new LearnerKey(operation.newId()));
    operation.tx().insert(KIND, fresh);
    return fresh.key();
  }

  /**
   * Deletes a principal.
   *
   * @return the key that he had; absent if nobody of this id ever did anything
   */
  public static Optional<LearnerKey> forget(Operation operation, PrincipalId id) {
    Optional<Stored<Principal>> known = operation.tx().find(KIND, id.value());
    known.ifPresent(operation.tx()::delete);
    return known.map(stored -> stored.value().key());
  }

  /** Whom a key stands for; absent once erased. */
  public static Optional<PrincipalId> find(Reader reader, LearnerKey key) {
    return reader.list(Query.of(KIND).where("key", key.value())).stream()
        .map(stored -> stored.value().id())
        .findFirst();
  }
}
