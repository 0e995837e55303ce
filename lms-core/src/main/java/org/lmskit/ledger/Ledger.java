package org.lmskit.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lmskit.event.LmsEvent;
import org.lmskit.internal.JsonBody;
import org.lmskit.internal.Operation;
import org.lmskit.internal.Scope;
import org.lmskit.model.EventId;
import org.lmskit.model.NotFoundException;
import org.lmskit.model.RejectedException;
import org.lmskit.store.Kind;
import org.lmskit.store.Query;
import org.lmskit.store.Reader;
import org.lmskit.store.Stored;

/**
 * The log of all events of a tenant. Obtained from {@code lms.ledger()}; thread-safe.
 *
 * <p>Events enter it when they are sealed, in the order in which they were committed, byte for byte as they are stored.
 * {@code lms.maintenance()} seals; whoever needs a proof at once calls {@link #seal()}.
 */
public final class Ledger {
  private static final Kind<SignedTreeHead> HEADS = Kind.<SignedTreeHead>mutable(
          "ledger_head", head -> String.format(Locale.ROOT, "%019d", head.head().size()))
      .time(SignedTreeHead::signedAt)
      .body(JsonBody.of(SignedTreeHead.class));

  /** What this package stores. */
  public static final List<Kind<?>> KINDS =
      List.of(LedgerState.KIND, LedgerTile.KIND, LedgerMark.KIND, LedgerKey.KIND, HEADS);

  private final Scope scope;
  private final Notary notary;

  /**
   * Who signs heads, and who takes them out of the owner's reach.
   *
   * @param signer null for a key that is made at the first sealing and kept beside the log
   * @param publisher gets every signed head
   */
  public record Notary(@Nullable TreeHeadSigner signer, TreeHeadPublisher publisher) {
    /** A key beside the log, and no publication. */
    public static final Notary DEFAULT = new Notary(null, TreeHeadPublisher.NONE);
  }

  /** For {@code Lms}. */
  public Ledger(Scope scope, Notary notary) {
    this.scope = scope;
    this.notary = notary;
  }

  /** Seals, signs and publishes all that waits; see {@link #seal(Duration)}. */
  public long seal() {
    return seal(Duration.ofDays(1));
  }

  /**
   * Seals the events that are not in the log yet, signs the new head and gives it to the publisher. While another engine
   * seals this tenant, it does nothing.
   *
   * @param budget about how long it may take; the rest comes with the next call
   * @return how many entries were added
   */
  public long seal(Duration budget) {
    if (scope.read("ledger.seal", "", this::isIdle)) {
      return 0;
    }
    String token = scope.write("ledger.seal", "", op -> {
      String fresh = op.newId();
      return sealing(op).begin(fresh) ? fresh : "";
    });
    if (token.isEmpty()) {
      return 0;
    }
    try {
      long sealed = sealAll(token, scope.engine().now().plus(budget));
      Optional<SignedTreeHead> head = scope.write("ledger.seal", "", this::sign);
      head.ifPresent(this::publish);
      return sealed;
    } finally {
      scope.write("ledger.seal", "", op -> sealing(op).end(token));
    }
  }

  /** How many entries the log has. */
  public long size() {
    return scope.read("ledger.head", "", LedgerState::of).size();
  }

  /** The head of the log as it is now. */
  public TreeHead head() {
    return scope.read("ledger.head", "", reader -> tree(reader).head());
  }

  /** The newest signed head; absent before the first sealing. */
  public Optional<SignedTreeHead> signedHead() {
    return scope.read("ledger.head", "", Ledger::newest);
  }

  /**
   * Proves that an event is in the log, for anyone and without the database.
   *
   * @throws NotFoundException if there is no such event
   * @throws RejectedException NOT_SEALED if it was recorded after the last sealing
   */
  public ProofBundle proof(EventId event) {
    return scope.read("ledger.proof", event.value(), reader -> prove(reader, event));
  }

  /**
   * Proves that the log only grew between two sizes.
   *
   * @throws IllegalArgumentException unless {@code 0 <= from <= to <= size}
   */
  public ConsistencyProof consistencyProof(long from, long to) {
    return scope.read("ledger.proof", "", reader -> tree(reader).consistencyProof(from, to));
  }

  /** Visits the entries of the log in their order, each byte for byte what was hashed, in bounded memory. */
  public void entries(Consumer<String> visitor) {
    scope.read("ledger.entries", "", reader -> {
      long sealed = LedgerState.of(reader).position();
      reader.each(
          Query.of(scope.engine().events().texts()).upTo(sealed),
          event -> visitor.accept(event.body()));
      return sealed;
    });
  }

  private boolean isIdle(Reader reader) {
    LedgerState state = LedgerState.of(reader);
    long signed = newest(reader).map(head -> head.head().size()).orElse(0L);
    return signed == state.size()
        && state.published() == state.size()
        && reader
            .list(Query.of(scope.engine().events().texts())
                .afterPosition(state.position())
                .limit(1))
            .isEmpty();
  }

  private long sealAll(String token, Instant end) {
    long sealed = 0;
    int batch = Sealing.BATCH;
    while (batch == Sealing.BATCH && scope.engine().now().isBefore(end)) {
      batch = scope.write("ledger.seal", "", op -> sealing(op).next(token));
      sealed += Math.max(batch, 0);
    }
    return sealed;
  }

  private Sealing sealing(Operation operation) {
    return new Sealing(operation, scope.engine().events().texts());
  }

  /** The newest head that is not published yet, signed where it is new. */
  private Optional<SignedTreeHead> sign(Operation operation) {
    LedgerState state = LedgerState.of(operation.tx());
    Optional<SignedTreeHead> last = newest(operation.tx());
    if (last.isPresent() && last.get().head().size() == state.size()) {
      return last.filter(head -> state.published() < head.head().size());
    }
    TreeHead head = tree(operation.tx()).head();
    TreeHeadSigner own = notary.signer();
    TreeHeadSigner signer = own == null ? LedgerKey.signer(operation.tx()) : own;
    SignedTreeHead signed =
        SignedTreeHead.sign(scope.tenant().value(), head, operation.now(), signer);
    operation.tx().insert(HEADS, signed);
    return Optional.of(signed);
  }

  private void publish(SignedTreeHead head) {
    if (!scope.isDryRun()) {
      notary.publisher().publish(head);
    }
    scope.write("ledger.seal", "", op -> {
      LedgerState.find(op.tx())
          .ifPresent(stored ->
              op.tx().update(stored, stored.value().published(head.head().size())));
      return true;
    });
  }

  private ProofBundle prove(Reader reader, EventId id) {
    Stored<LmsEvent> event = reader
        .find(scope.engine().events(), id.value())
        .orElseThrow(() -> NotFoundException.of("event", id));
    SignedTreeHead head = newest(reader).orElseThrow(() -> notSealed(id));
    LedgerMark mark = LedgerMark.of(reader, event.position()).orElseThrow(() -> notSealed(id));
    long[] index = {mark.index()};
    reader.each(
        Query.of(scope.engine().events().texts())
            .afterPosition(mark.after())
            .upTo(event.position() - 1),
        before -> index[0]++);
    if (index[0] >= head.head().size()) {
      throw notSealed(id);
    }
    long size = LedgerState.of(reader).size();
    MerkleTree tree = MerkleTree.of(LedgerTile.above(reader, index[0], size), size);
    return ProofBundle.of(
        event.body().getBytes(StandardCharsets.UTF_8),
        tree.inclusionProof(index[0], head.head().size()),
        head);
  }

  private static RejectedException notSealed(EventId id) {
    return new RejectedException(
        LedgerReason.NOT_SEALED, "event " + id.value() + " is not in a signed tree yet");
  }

  private static MerkleTree tree(Reader reader) {
    return MerkleTree.of(LedgerTile.in(reader), LedgerState.of(reader).size());
  }

  private static Optional<SignedTreeHead> newest(Reader reader) {
    return reader.list(Query.of(HEADS).descending().limit(1)).stream()
        .map(Stored::value)
        .findFirst();
  }
}
