// SPDX-License-Identifier: BSD-3-Clause
#include "matching/matcher.hpp"

namespace baton::matching {

Posted* Matcher::arrive(const Envelope& message) noexcept {
  if (posted_count_ == 0) return nullptr;
  PostedList& bucket = posted_.of(hash_of(message));
  Posted* exact = bucket.front();
  while (exact != nullptr && exact->wish != message) {
    ++attempts_;
    exact = bucket.after(exact);
  }
  Posted* wild = wild_.front();
  while (wild != nullptr && !wild->wish.accepts(message)) {
    ++attempts_;
    wild = wild_.after(wild);
  }
  Posted* chosen = exact;
  if (wild != nullptr && (exact == nullptr || wild->order < exact->order)) chosen = wild;
  if (chosen == nullptr) return nullptr;
  ++attempts_;
  remove(chosen);
  return chosen;
}

void Matcher::keep(Unexpected* message, bool apart) noexcept {
  unexpected_.hold(unexpected_count_ + 1);
  unexpected_.of(hash_of(message->envelope)).push_back(message);
  (apart ? apart_ : arrival_).push_back(message);
  if (++unexpected_count_ > unexpected_peak_) unexpected_peak_ = unexpected_count_;
}

Unexpected* Matcher::find(const Envelope& wish) noexcept {
  if (unexpected_count_ == 0) return nullptr;
  if (!wish.wild()) {
    UnexpectedList& bucket = unexpected_.of(hash_of(wish));
    Unexpected* message = bucket.front();
    while (message != nullptr && message->envelope != wish) {
      ++attempts_;
      message = bucket.after(message);
    }
    return message;
  }
  Unexpected* message = arrival_.front();
  while (message != nullptr && !wish.accepts(message->envelope)) {
    ++attempts_;
    message = arrival_.after(message);
  }
  return message;
}

Unexpected* Matcher::post(Posted* receive) noexcept {
  receive->order = next_order_++;
  if (Unexpected* message = find(receive->wish)) {
    ++attempts_;
    remove(message);
    return message;
  }
  if (receive->wish.wild()) {
    wild_.push_back(receive);
  } else {
    posted_.hold(posted_count_ + 1);
    posted_.of(hash_of(receive->wish)).push_back(receive);
  }
  ++posted_count_;
  return nullptr;
}

Unexpected* Matcher::restore(Posted* receive) noexcept {
  if (Unexpected* message = find(receive->wish)) {
    remove(message);
    return message;
  }
  PostedList& list = receive->wish.wild() ? wild_ : posted_.of(hash_of(receive->wish));
  Posted* later = list.front();
  while (later != nullptr && later->order < receive->order) later = list.after(later);
  if (later != nullptr) {
    list.insert_before(receive, later);
  } else {
    list.push_back(receive);
  }
  ++posted_count_;
  return nullptr;
}

void Matcher::remove(Unexpected* message) noexcept {
  UnexpectedList::remove(message);
  ArrivalList::remove(message);
  --unexpected_count_;
}

void Matcher::remove(Posted* receive) noexcept {
  PostedList::remove(receive);
  --posted_count_;
}

}  // namespace baton::matching
