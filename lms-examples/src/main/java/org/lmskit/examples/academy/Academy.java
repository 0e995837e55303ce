package org.lmskit.examples.academy;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.lmskit.Lms;
import org.lmskit.content.ContentStore;
import org.lmskit.model.LearnerId;
import org.lmskit.model.LearnerKey;
import org.lmskit.model.PrincipalId;
import org.lmskit.scorm.Scorm;
import org.lmskit.store.Kinds;
import org.lmskit.store.Store;
import org.lmskit.workforce.LearnerProfile;
import org.lmskit.xapi.Agent;
import org.lmskit.xapi.emit.LmsNames;
import org.lmskit.xapi.emit.XapiEmitter;
import org.lmskit.xapi.lrs.Lrs;

/** What Academy embeds: the engine, SCORM on it, and the record store that hears of all learning. */
public final class Academy {
  /** Below this all activities and accounts in statements are named. */
  private static final URI HOME = URI.create("https://academy.example/");

  /** Where everybody in the demo works. */
  static final ZoneId ZONE = ZoneId.systemDefault();

  private final Clock clock = Clock.systemUTC();
  private final Lms lms;
  private final Scorm scorm;
  private final Lrs lrs;
  private final ContentStore content;

  private Academy(Store store, ContentStore content) {
    this.content = content;
    this.lrs = Lrs.on(store, content);
    this.lms = Lms.on(store, content)
        .clock(clock)
        .module(Scorm.MODULE)
        .signatures(claim -> claim.proof().strip().equalsIgnoreCase(claim.printedName()))
        .listener(
            "xapi",
            new XapiEmitter(lrs::tenant, HOME)
                .naming(new LmsNames(this::lms, HOME))
                .erasing((tenant, agent) -> lrs.tenant(tenant).erasure(agent).run()))
        .build();
    this.scorm = Scorm.of(lms);
  }

  /** What its store is opened with. */
  public static Kinds[] kinds() {
    return new Kinds[] {Lms.KINDS, Scorm.KINDS, Lrs.KINDS};
  }

  /** Academy on these stores; tells the engine of everybody whom the learner switch offers. */
  public static Academy on(Store store, ContentStore content) {
    Academy academy = new Academy(store, content);
    Person.ALL.forEach(person -> academy
        .lms
        .workforce()
        .save(new LearnerId(person.id()), LearnerProfile.named(person.name())));
    return academy;
  }

  /** The engine, for whatever nobody in particular does. */
  public Lms lms() {
    return lms;
  }

  /** SCORM, for whatever nobody in particular does. */
  public Scorm scorm() {
    return scorm;
  }

  /** The record store. */
  public Lrs lrs() {
    return lrs;
  }

  Lms lms(Person person) {
    return lms.as(new PrincipalId(person.id()));
  }

  Scorm scorm(Person person) {
    return scorm.on(lms(person));
  }

  /** The civil day on which a page is looked at. */
  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }

  ContentStore content() {
    return content;
  }

  /** Whether a key stands for this person. */
  boolean isOf(Person person, LearnerKey key) {
    return lms.workforce()
        .find(new LearnerId(person.id()))
        .filter(learner -> learner.key().equals(key))
        .isPresent();
  }

  /** Who somebody is in statements. */
  static Agent agent(Person person) {
    return Agent.account(HOME.toString(), person.id());
  }
}
