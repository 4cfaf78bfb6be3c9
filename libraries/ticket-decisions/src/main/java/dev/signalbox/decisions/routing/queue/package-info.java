/** In which order waiting tickets are served, and how long any of them can wait (C3, N3). */
@org.jspecify.annotations.NullMarked
package dev.signalbox.decisions.routing.queue;
