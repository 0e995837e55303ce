package org.lmskit.xapi;

/**
 * What was acted on: an activity, an agent or group, another statement, or a statement within this one.
 *
 * @see "xAPI 1.0.3 Data 2.4.4"
 */
public sealed interface StatementObject permits Activity, Actor, StatementRef, SubStatement {}
