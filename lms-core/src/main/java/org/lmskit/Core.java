package org.lmskit;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.lmskit.admission.AdmissionEvent;
import org.lmskit.admission.Admissions;
import org.lmskit.archive.Archive;
import org.lmskit.assessment.AssessmentEvent;
import org.lmskit.assessment.Assessments;
import org.lmskit.assessment.bank.ItemBanks;
import org.lmskit.assessment.bank.ItemEvent;
import org.lmskit.assessment.grading.GradingEvent;
import org.lmskit.assessment.grading.Gradings;
import org.lmskit.assessment.sitting.SittingEvent;
import org.lmskit.assessment.sitting.Sittings;
import org.lmskit.assignment.AssignmentEvent;
import org.lmskit.assignment.Assignments;
import org.lmskit.assignment.Reacting;
import org.lmskit.catalog.Catalog;
import org.lmskit.catalog.CatalogEvent;
import org.lmskit.certification.CertificationEvent;
import org.lmskit.certification.Certifications;
import org.lmskit.competency.Competencies;
import org.lmskit.competency.CompetencyEvent;
import org.lmskit.event.LmsEvent;
import org.lmskit.internal.Engine;
import org.lmskit.internal.EventKind;
import org.lmskit.internal.Projections;
import org.lmskit.internal.Questions;
import org.lmskit.internal.Reactions;
import org.lmskit.internal.TimerHandlers;
import org.lmskit.learning.ContentType;
import org.lmskit.learning.Learning;
import org.lmskit.learning.LearningEvent;
import org.lmskit.ledger.Ledger;
import org.lmskit.observation.ObservationEvent;
import org.lmskit.observation.Observations;
import org.lmskit.observation.ObservedUnits;
import org.lmskit.offering.OfferedUnits;
import org.lmskit.offering.OfferingEvent;
import org.lmskit.offering.Offerings;
import org.lmskit.path.LearningPathEvent;
import org.lmskit.path.Paths;
import org.lmskit.path.progress.PathEvent;
import org.lmskit.path.progress.PathProgression;
import org.lmskit.recognition.RecognitionEvent;
import org.lmskit.recognition.Recognitions;
import org.lmskit.store.Kind;
import org.lmskit.viewing.ViewedContent;
import org.lmskit.workforce.Workforce;
import org.lmskit.workforce.WorkforceEvent;

/** What every engine is made of: what the packages of the core store, record, ask and react to. */
final class Core {
  /** All events that the core records, whatever their family. */
  static final Kind<LmsEvent> EVENTS = EventKind.of(List.of(
      WorkforceEvent.class,
      CatalogEvent.class,
      CertificationEvent.class,
      LearningEvent.class,
      LearningPathEvent.class,
      RecognitionEvent.class,
      ItemEvent.class,
      AssessmentEvent.class,
      SittingEvent.class,
      GradingEvent.class,
      AdmissionEvent.class,
      PathEvent.class,
      AssignmentEvent.class,
      CompetencyEvent.class,
      OfferingEvent.class,
      ObservationEvent.class));

  private Core() {}

  static List<Kind<?>> kinds() {
    List<Kind<?>> kinds = new ArrayList<>(Engine.KINDS);
    kinds.add(EVENTS);
    kinds.addAll(Workforce.KINDS);
    kinds.addAll(Catalog.KINDS);
    kinds.addAll(Learning.KINDS);
    kinds.addAll(Learning.kinds(ViewedContent.ALL));
    kinds.addAll(Paths.KINDS);
    kinds.addAll(PathProgression.KINDS);
    kinds.addAll(Recognitions.KINDS);
    kinds.addAll(Admissions.KINDS);
    kinds.addAll(ItemBanks.KINDS);
    kinds.addAll(Assessments.KINDS);
    kinds.addAll(Learning.kinds(Sittings.CONTENT_TYPES));
    kinds.addAll(Gradings.KINDS);
    kinds.addAll(Ledger.KINDS);
    kinds.addAll(Certifications.KINDS);
    kinds.addAll(Assignments.KINDS);
    kinds.addAll(Competencies.KINDS);
    kinds.addAll(Offerings.KINDS);
    kinds.addAll(Observations.KINDS);
    kinds.addAll(Archive.KINDS);
    return kinds;
  }

  static Projections projections() {
    Projections.Builder projections = new Projections.Builder();
    Workforce.register(projections);
    Catalog.register(projections);
    Learning.register(projections);
    Paths.register(projections);
    PathProgression.register(projections);
    Recognitions.register(projections);
    Admissions.register(projections);
    ItemBanks.register(projections);
    Assessments.register(projections);
    Sittings.register(projections);
    Gradings.register(projections);
    Certifications.register(projections);
    Reacting.register(projections);
    Competencies.register(projections);
    Offerings.register(projections);
    Observations.register(projections);
    return projections.build();
  }

  static TimerHandlers timers() {
    TimerHandlers.Builder timers = new TimerHandlers.Builder();
    Catalog.register(timers);
    Paths.register(timers);
    Certifications.register(timers);
    Learning.register(timers);
    Sittings.register(timers);
    PathProgression.register(timers);
    Reacting.register(timers);
    return timers.build();
  }

  static Questions questions(Learning learning) {
    Questions.Builder questions = new Questions.Builder();
    learning.register(questions);
    Paths.register(questions);
    PathProgression.register(questions);
    Recognitions.register(questions);
    Sittings.register(questions);
    Certifications.register(questions);
    Reacting.register(questions);
    Observations.register(questions);
    return questions.build();
  }

  static Learning learning(List<LmsModule> modules) {
    List<ContentType<?, ?, ?, ?>> types = new ArrayList<>(ViewedContent.ALL);
    types.addAll(Sittings.CONTENT_TYPES);
    modules.forEach(module -> types.addAll(module.contentTypes()));
    return new Learning(types, Set.of(OfferedUnits.TYPE, ObservedUnits.TYPE));
  }

  static Reactions reactions(Learning learning, List<LmsModule> modules) {
    Reactions.Builder reactions = new Reactions.Builder();
    learning.register(reactions);
    Sittings.register(reactions);
    Gradings.register(reactions);
    PathProgression.register(reactions);
    Certifications.register(reactions);
    Reacting.register(reactions);
    Competencies.register(reactions);
    Offerings.register(reactions);
    Observations.register(reactions);
    modules.forEach(module -> module.reactions().accept(reactions));
    return reactions.build();
  }
}
