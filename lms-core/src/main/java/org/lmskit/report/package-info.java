/**
 * What managers and auditors ask: who is compliant, overdue, expiring, at risk; where a course loses people; which shift
 * lacks whom. Read, never stored; streamed as records, CSV or JSON.
 */
@NullMarked
package org.lmskit.report;

import org.jspecify.annotations.NullMarked;
