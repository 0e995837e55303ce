package org.lmskit.xapi.client;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lmskit.store.Stored;
import org.lmskit.store.Transaction;
import org.lmskit.xapi.AttachmentPart;
import org.lmskit.xapi.Incoming;
import org.lmskit.xapi.StatementBatch;
import org.lmskit.xapi.XapiException;
import org.lmskit.xapi.XapiVersion;
import org.lmskit.xapi.json.StatementReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run of deliveries from an outbox, under a lease. */
final class OutboxPump {
  private static final Logger LOG = LoggerFactory.getLogger(OutboxPump.class);
  // credentials, addresses and time-outs are repaired by people or by waiting; the statement is not
  // to blame
  private static final Set<Integer> NOT_THE_STATEMENT =
      Set.of(401, 403, 404, 405, 407, 408, 421, 425, 429);

  /** From so many failures in a row on, a store that fails with 500 may be failing at one statement. */
  private static final int PATIENCE = 3;

  private static final int MOST_SUSPECTS = 10;

  private final Outbox outbox;
  private final String holder;
  private final StatementReader reader = new StatementReader(XapiVersion.V2_0_0);
  private final Map<Stored<OutboxStatement>, XapiException> suspects = new LinkedHashMap<>();
  private int failures;
  private @Nullable Stored<OutboxStatement> passed;

  OutboxPump(Outbox outbox, String holder) {
    this.outbox = outbox;
    this.holder = holder;
  }

  void run(Instant end) {
    if (!take()) return;
    try {
      boolean more = true;
      while (more) more = step() && outbox.now().isBefore(end) && take();
    } finally {
      change(OutboxPlace::released);
    }
  }

  /** Takes or prolongs the lease; false if somebody else has it or it is too early. */
  private boolean take() {
    return outbox.write(tx -> {
      Optional<Stored<OutboxPlace>> there = tx.find(OutboxPlace.KIND, outbox.name());
      OutboxPlace place = there.map(Stored::value).orElse(OutboxPlace.start(outbox.name()));
      if (!place.mayBeTaken(holder, outbox.now())) return false;
      failures = place.failures();
      OutboxPlace leased = place.leased(holder, outbox.now());
      if (there.isPresent()) tx.update(there.get(), leased);
      else tx.insert(OutboxPlace.KIND, leased);
      return true;
    });
  }

  private boolean step() {
    List<Stored<OutboxStatement>> waiting = outbox.next();
    if (waiting.isEmpty()) return false;
    suspects.clear();
    passed = null;
    try {
      deliver(waiting);
      judgeLast();
      return true;
    } catch (XapiException e) {
      LOG.warn(
          "outbox {} cannot deliver, status {}; it is tried again later",
          outbox.name(),
          e.status());
      change(place -> place.failed(outbox.now(), e.retryAfter(), outbox.random()));
      return false;
    }
  }

  /** Delivers in order; a batch that is refused is halved until the culprit stands alone. */
  private void deliver(List<Stored<OutboxStatement>> statements) {
    try {
      store(statements);
    } catch (XapiException e) {
      boolean fails = e.status() == 500 && failures >= PATIENCE;
      if (!fails) throwIfBlameless(e);
      if (statements.size() > 1) {
        int half = statements.size() / 2;
        deliver(statements.subList(0, half));
        deliver(statements.subList(half, statements.size()));
      } else if (fails) {
        suspect(statements.get(0), e);
      } else {
        setAside(statements.get(0), e);
      }
      return;
    }
    Stored<OutboxStatement> witness = statements.get(0);
    passed = witness;
    judgeSuspects(witness);
  }

  private void store(List<Stored<OutboxStatement>> statements) {
    outbox
        .target()
        .store(
            new StatementBatch(incoming(statements), List.<AttachmentPart>of().iterator()));
    outbox.write(tx -> delivered(tx, statements));
  }

  private static void throwIfBlameless(XapiException e) {
    if (e.isTemporary() || NOT_THE_STATEMENT.contains(e.status())) throw e;
  }

  /** The store fails at this statement; whether only at this one is seen when it takes another afterwards. */
  private void suspect(Stored<OutboxStatement> statement, XapiException failure) {
    suspects.put(statement, failure);
    if (suspects.size() == MOST_SUSPECTS) throw failure;
  }

  /** Nothing waits behind the last suspects, so what was just delivered is sent once more. */
  private void judgeLast() {
    if (suspects.isEmpty()) return;
    Stored<OutboxStatement> witness = passed;
    if (witness == null) throw suspects.values().iterator().next();
    probe(witness);
    judgeSuspects(witness);
  }

  /** Now that the store takes others, tries each suspect again before it is blamed. */
  private void judgeSuspects(Stored<OutboxStatement> witness) {
    suspects.forEach((suspect, failure) -> judge(suspect, failure, witness));
    suspects.clear();
  }

  /** A failure counts only if the store takes another statement right after it. */
  private void judge(
      Stored<OutboxStatement> suspect, XapiException first, Stored<OutboxStatement> witness) {
    XapiException failure = first;
    for (int i = 0; i < PATIENCE; i++) {
      try {
        store(List.of(suspect));
        return;
      } catch (XapiException e) {
        if (e.status() != 500) throwIfBlameless(e);
        failure = e;
      }
      probe(witness);
    }
    setAside(suspect, failure);
  }

  /** Sends a delivered statement again, which changes nothing; throws if the store fails at it too. */
  private void probe(Stored<OutboxStatement> witness) {
    try {
      store(List.of(witness));
    } catch (XapiException e) {
      // some stores answer so to what they have: they work
      if (e.status() != 409) throw e;
    }
  }

  private List<Incoming> incoming(List<Stored<OutboxStatement>> statements) {
    return statements.stream()
        .map(one ->
            new Incoming(reader.statement(one.value().json()), one.value().json()))
        .toList();
  }

  private boolean delivered(Transaction tx, List<Stored<OutboxStatement>> statements) {
    tx.delete(
        tx.findAll(OutboxStatement.KIND, statements.stream().map(Stored::id).toList()));
    tx.find(OutboxPlace.KIND, outbox.name())
        .filter(there -> holder.equals(there.value().holder()))
        .ifPresent(there -> tx.update(there, there.value().succeeded(outbox.now())));
    return true;
  }

  private void setAside(Stored<OutboxStatement> statement, XapiException refusal) {
    OutboxStatement one = statement.value();
    LOG.warn(
        "outbox {}: statement {} was refused with status {}",
        outbox.name(),
        one.statementId(),
        refusal.status());
    RefusedStatement refused = new RefusedStatement(
        outbox.name(),
        one.statementId(),
        one.json(),
        refusal.status(),
        String.valueOf(refusal.getMessage()),
        outbox.now());
    outbox.write(tx -> {
      // erased meanwhile: it must not come back
      if (tx.find(OutboxStatement.KIND, statement.id()).isEmpty()) return false;
      Optional<Stored<RefusedStatement>> before = tx.find(RefusedStatement.KIND, statement.id());
      if (before.isPresent()) tx.update(before.get(), refused);
      else tx.insert(RefusedStatement.KIND, refused);
      return delivered(tx, List.of(statement));
    });
  }

  /** Gives the next state of the lease. */
  private interface Step {
    OutboxPlace next(OutboxPlace place);
  }

  private void change(Step step) {
    outbox.write(tx -> {
      tx.find(OutboxPlace.KIND, outbox.name())
          .filter(there -> holder.equals(there.value().holder()))
          .ifPresent(there -> tx.update(there, step.next(there.value())));
      return true;
    });
  }
}
