package org.lmskit.offering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.lmskit.event.EventHeader;
import org.lmskit.internal.Operation;
import org.lmskit.model.RejectedException;
import org.lmskit.offering.OfferingEvent.AttendanceRecorded;
import org.lmskit.offering.OfferingEvent.OfferingAttended;
import org.lmskit.store.Stored;
import org.lmskit.workforce.Learners;

/** How long somebody was there, and what follows when that was long enough. */
final class Attendance {
  private Attendance() {}

  static Booking record(Operation op, BookingId id, String meetingId, int minutes) {
    Stored<Booking> stored = Seats.load(op.tx(), id);
    Booking old = stored.value();
    OfferingPlan plan = Seats.load(op.tx(), old.offering()).value().plan();
    if (old.state() != BookingState.BOOKED) {
      throw new RejectedException(
          OfferingReason.NOT_BOOKED, "booking " + id + " is " + old.state());
    }
    Meeting meeting = plan.find(meetingId)
        .orElseThrow(() -> invalid("no meeting " + meetingId, meetingId, minutes));
    if (minutes < 0 || minutes > meeting.minutes()) {
      throw invalid(
          minutes + " of " + meeting.minutes() + " minutes of meeting " + meetingId,
          meetingId,
          minutes);
    }
    if (meeting.from().isAfter(op.now())) {
      throw invalid("meeting " + meetingId + " begins at " + meeting.from(), meetingId, minutes);
    }
    Integer known = old.minutes().get(meetingId);
    if (known != null && known == minutes) {
      return old;
    }
    AttendanceRecorded event = new AttendanceRecorded(
        Learners.header(op, old.learner(), end(op, meeting)), old.ref(), meetingId, minutes);
    op.record(event);
    Booking next = attended(op, plan, old.after(event));
    op.tx().update(stored, next);
    return next;
  }

  /** What was once attended stays so, even if minutes are corrected later. */
  private static Booking attended(Operation op, OfferingPlan plan, Booking booking) {
    if (booking.attendedOnOrNull() != null || !plan.isEnough(booking.attended())) {
      return booking;
    }
    Instant at = enoughAt(op, plan, booking);
    EventHeader header = Learners.header(op, booking.learner(), at);
    LocalDate day = header.effectiveOn();
    OfferingAttended event =
        new OfferingAttended(header, booking.ref(), plan.topic(), booking.attended());
    op.record(event);
    OfferedUnits.completed(op, booking.learner(), plan.topic(), day, at);
    return booking.after(event);
  }

  /** The end of the first meeting by which he had been there long enough, in whatever order that became known. */
  private static Instant enoughAt(Operation op, OfferingPlan plan, Booking booking) {
    long sum = 0;
    for (Meeting meeting : plan.meetings()) {
      sum += booking.minutes().getOrDefault(meeting.id(), 0);
      if (plan.isEnough(sum)) {
        return end(op, meeting);
      }
    }
    throw new IllegalStateException("not enough: " + sum + " of " + plan.minutes());
  }

  private static Instant end(Operation op, Meeting meeting) {
    return meeting.to().isAfter(op.now()) ? op.now() : meeting.to();
  }

  private static RejectedException invalid(String message, String meeting, int minutes) {
    return new RejectedException(
        OfferingReason.ATTENDANCE_INVALID,
        message,
        Map.of("meeting", meeting, "minutes", String.valueOf(minutes)));
  }
}
