# Two workers share the jobs in a queue, on one thread.
import asyncio


async def worker(name, jobs):
    while True:
        job = await jobs.get()
        await asyncio.sleep(job)
        print(f"{name} has done a job of {job} s")
        jobs.task_done()


async def main():
    jobs = asyncio.Queue()
    for seconds in (1, 2, 1, 3):
        jobs.put_nowait(seconds)
    workers = [asyncio.create_task(worker(name, jobs)) for name in ("A", "B")]
    await jobs.join()
    for task in workers:
        task.cancel()
    print("all jobs are done")


asyncio.run(main())
