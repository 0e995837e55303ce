package org.lmskit.xapi.emit;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.lmskit.event.EventHeader;
import org.lmskit.event.LmsEvent;
import org.lmskit.event.LmsListener;
import org.lmskit.learning.LearningEvent;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.TenantId;
import org.lmskit.workforce.WorkforceEvent.LearnerErased;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.Document;
import org.lmskit.xapi.DocumentId;
import org.lmskit.xapi.DocumentSet;
import org.lmskit.xapi.Iri;
import org.lmskit.xapi.LearningRecordStore;
import org.lmskit.xapi.Precondition;
import org.lmskit.xapi.Statement;

/**
 * Tells a Learning Record Store what happens in the learning management system: registered, launched,
 * initialized, answered, completed, passed, failed and terminated, with score, duration, registration
 * and the data of SCORM interactions. The id of a statement is made of the id of its event, so an event
 * that is told twice is stored once. When a completion is corrected or taken away the statement that told of it is voided,
 * for which the emitter needs credentials that may void: a record store that refuses it (403) holds up all that
 * follows, as {@code lms.health()} shows; see {@link #withoutVoiding()}.
 *
 * <p>Without names an agent is an account whose name is the learner's key, a pseudonym. With names that
 * say who he is, his agent is remembered in a document of the record store until he is erased, so that
 * his statements can be found and deleted then.
 */
public final class XapiEmitter implements LmsListener {
  private final Function<TenantId, ? extends LearningRecordStore> stores;
  private final URI base;
  private final NameBasedIds ids;
  private final EventNames names;
  private final BiConsumer<TenantId, Agent> erase;
  private final boolean voids;

  /**
   * An emitter of pseudonymous statements.
   *
   * @param stores the record store of a tenant
   * @param base an absolute URI that ends in a slash, below which all activities are named; the home
   *     page of pseudonymous accounts
   * @throws IllegalArgumentException if the URI is not absolute or does not end in a slash
   */
  public XapiEmitter(Function<TenantId, ? extends LearningRecordStore> stores, URI base) {
    this(stores, base, EventNames.NONE, (tenant, agent) -> {}, true);
  }

  private XapiEmitter(
      Function<TenantId, ? extends LearningRecordStore> stores,
      URI base,
      EventNames names,
      BiConsumer<TenantId, Agent> erase,
      boolean voids) {
    if (!base.isAbsolute() || !base.toString().endsWith("/")) {
      throw new IllegalArgumentException("not an absolute URI that ends in a slash: " + base);
    }
    this.stores = stores;
    this.base = base;
    this.ids = new NameBasedIds(base);
    this.names = names;
    this.erase = erase;
    this.voids = voids;
  }

  /** The same emitter with names for agents and activities. */
  public XapiEmitter naming(EventNames value) {
    return new XapiEmitter(stores, base, value, erase, voids);
  }

  /**
   * The same emitter, which has a learner's statements deleted when he is erased.
   *
   * @param value deletes what is held about an agent, such as {@code (tenant, agent) ->
   *     lrs.tenant(tenant).erasure(agent).run()}, and what waits in outboxes ({@code Outbox.erase}); may be called
   *     again for the same agent
   */
  public XapiEmitter erasing(BiConsumer<TenantId, Agent> value) {
    return new XapiEmitter(stores, base, names, value, voids);
  }

  /**
   * The same emitter, which voids nothing: for credentials that may not. A corrected completion is then told beside the
   * earlier one, and one that was taken away stays told.
   */
  public XapiEmitter withoutVoiding() {
    return new XapiEmitter(stores, base, names, erase, false);
  }

  @Override
  public void on(TenantId tenant, List<LmsEvent> events) {
    LearningRecordStore store = stores.apply(tenant);
    Map<LearnerKey, Agent> agents = new HashMap<>();
    List<Statement> statements = new ArrayList<>();
    for (LmsEvent event : events) {
      if (event instanceof LearningEvent learning) {
        Agent agent = agents.computeIfAbsent(learning.learner(), key -> agent(tenant, store, key));
        emission(tenant, agent).of(learning).stream()
            .filter(statement -> voids || !statement.isVoiding())
            .forEach(statements::add);
      } else if (event instanceof LearnerErased erased) {
        send(store, statements);
        forget(tenant, store, erased.learner());
        agents.remove(erased.learner());
      }
    }
    send(store, statements);
  }

  private static void send(LearningRecordStore store, List<Statement> statements) {
    if (!statements.isEmpty()) {
      store.store(List.copyOf(statements));
      statements.clear();
    }
  }

  private Emission emission(TenantId tenant, Agent agent) {
    Activities activities = new Activities(base, tenant, names);
    Agent own = Agent.account(base.toString(), EventHeader.SYSTEM.value());
    return new Emission(own, agent, activities, ids, digest -> names.text(tenant, digest));
  }

  private Agent agent(TenantId tenant, LearningRecordStore store, LearnerKey key) {
    Optional<Agent> remembered = remembered(store, key);
    if (remembered.isPresent()) {
      return remembered.get();
    }
    Optional<Agent> named = names.agent(tenant, key);
    named.ifPresent(
        agent -> store.putDocument(place(key), RememberedAgent.write(agent), Precondition.NONE));
    return named.orElseGet(() -> pseudonym(key));
  }

  private void forget(TenantId tenant, LearningRecordStore store, LearnerKey key) {
    erase.accept(tenant, remembered(store, key).orElseGet(() -> pseudonym(key)));
    store.deleteDocument(place(key), Precondition.NONE);
  }

  private Optional<Agent> remembered(LearningRecordStore store, LearnerKey key) {
    return store.findDocument(place(key)).map(Document::content).map(RememberedAgent::read);
  }

  private Agent pseudonym(LearnerKey key) {
    return Agent.account(base.toString(), key.value());
  }

  private DocumentId place(LearnerKey key) {
    Iri learners = new Iri(base.resolve("xapi/learners").toString());
    return new DocumentSet.ActivityProfile(learners).document(key.value());
  }
}
