/** One small main per topic. */
package org.lmskit.examples.quickstart;
